import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { remembered } from './remembered';

test('a word is computed once', () => {
  const asked: string[] = [];
  const length = remembered((word) => asked.push(word) && word.length);
  expect([length('meaning'), length('word'), length('meaning')]).toEqual([7, 4, 7]);
  expect(asked).toEqual(['meaning', 'word']);
});

const TEXT_BYTES = 1_000_000;

test('a remembered word does not keep the text that it was cut from', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const of = remembered((word) => word.length);
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let n = 0; n < 100; n++) {
    const text = Buffer.alloc(TEXT_BYTES, `word ${n} `).toString('latin1');
    of(text.slice(0, 40));
  }
  collect();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(10 * TEXT_BYTES);
  expect(of('still in use')).toBe(12);
});

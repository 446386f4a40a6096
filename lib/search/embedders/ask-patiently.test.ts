import { expect, test } from 'vitest';
import type { Embedder } from '@/src/search';
import { askPatiently } from './ask-patiently';

const VECTOR = Float32Array.from([1, 0]);

function asking(answer: (text: string) => Promise<Float32Array>) {
  const asked: string[] = [];
  const faults: string[] = [];
  const clock = { ms: 0 };
  const embedder: Embedder = {
    name: 'fake',
    dimensions: 2,
    batch: 1,
    embedPapers: async () => [],
    embedQuestion: (text) => {
      asked.push(text);
      return answer(text);
    },
  };
  const ask = askPatiently(embedder, {
    onFault: (message) => faults.push(message),
    deadlineMs: 50,
    now: () => clock.ms,
  });
  return { ask, asked, faults, clock };
}

test('a question is asked once, nothing not at all', async () => {
  const { ask, asked } = asking(async () => VECTOR);
  expect([await ask('a'), await ask('a'), await ask(' ')]).toEqual([VECTOR, VECTOR, null]);
  expect(asked).toEqual(['a']);
});

test('a model that never answers holds up one search, and the next ones not at all for a while', async () => {
  const { ask, asked, faults, clock } = asking(() => new Promise(() => {}));
  expect([await ask('a'), await ask('b')]).toEqual([null, null]);
  expect(asked).toEqual(['a']);
  expect(faults).toEqual(['Searching by words alone for 15 s: the model takes too long']);
  clock.ms = 15_001;
  expect(await ask('b')).toBeNull();
  expect(asked).toEqual(['a', 'b']);
});

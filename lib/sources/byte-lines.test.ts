import { expect, it } from 'vitest';
import { byteLines } from './byte-lines';

async function linesOf(text: string, { size = 4, longest = 100 } = {}) {
  const chunks = (async function* () {
    for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size));
  })();
  const lines: [number, string, boolean][] = [];
  for await (const some of byteLines(chunks, longest)) {
    for (const { number, bytes, tooLong } of some) lines.push([number, bytes.toString(), tooLong]);
  }
  return lines;
}

it('numbers lines from 1, with or without a last line break', async () => {
  const expected = [
    [1, 'one', false],
    [2, '', false],
    [3, 'three and more', false],
  ];
  for (const size of [1, 2, 5, 100]) {
    expect(await linesOf('one\n\nthree and more', { size })).toEqual(expected);
    expect(await linesOf('one\n\nthree and more\n', { size })).toEqual(expected);
  }
});

it('a line that is too long is told once, and the next one is read', async () => {
  for (const size of [1, 7, 1_000]) {
    expect(await linesOf(`ok\n${'x'.repeat(500)}\nend`, { size })).toEqual([
      [1, 'ok', false],
      [2, '', true],
      [3, 'end', false],
    ]);
  }
});

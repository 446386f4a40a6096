const NEWLINE = 0x0a;

export type ByteLine = { number: number; bytes: Buffer; tooLong: boolean };

/**
 * Splits a byte stream into lines, numbered from 1. A line beyond `longest` is given once, empty and marked, and skipped to
 * its end, so that memory stays bounded whatever the file holds.
 */
export async function* byteLines(chunks: AsyncIterable<Buffer>, longest: number): AsyncGenerator<ByteLine[]> {
  let number = 1;
  let rest: Buffer[] = [];
  let held = 0;
  let skipping = false;
  for await (const chunk of chunks) {
    const lines: ByteLine[] = [];
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      if (!skipping) {
        const piece = chunk.subarray(from, end);
        const tooLong = held + piece.length > longest;
        lines.push({
          number,
          bytes: tooLong ? Buffer.alloc(0) : rest.length > 0 ? Buffer.concat([...rest, piece]) : piece,
          tooLong,
        });
      }
      number += 1;
      rest = [];
      held = 0;
      skipping = false;
      from = end + 1;
    }
    if (from < chunk.length && !skipping) {
      held += chunk.length - from;
      rest.push(chunk.subarray(from));
      if (held > longest) {
        lines.push({ number, bytes: Buffer.alloc(0), tooLong: true });
        rest = [];
        skipping = true;
      }
    }
    if (lines.length > 0) yield lines;
  }
  if (held > 0 && !skipping) yield [{ number, bytes: Buffer.concat(rest), tooLong: false }];
}

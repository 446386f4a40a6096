import type { Readable } from 'node:stream';

const HEADER_BYTES = 19;
const END = -1;

/**
 * Reads the rows of PostgreSQL's binary COPY out of a stream, each as the bytes of its fields; null for NULL
 * (https://www.postgresql.org/docs/current/sql-copy.html). The bytes are valid until `visit` returns.
 */
export async function copyRows(stream: Readable, visit: (fields: (Buffer | null)[]) => void): Promise<void> {
  let rest: Buffer = Buffer.alloc(0);
  let started = false;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    if (!started) {
      if (bytes.length < HEADER_BYTES) {
        rest = bytes;
        continue;
      }
      at = HEADER_BYTES + bytes.readInt32BE(HEADER_BYTES - 4);
      started = true;
    }
    for (;;) {
      const row = rowAt(bytes, at);
      if (!row) break;
      visit(row.fields);
      at = row.end;
    }
    rest = bytes.subarray(at);
  }
  // postgres.js 3.4 pauses its connection when a reader lags, and would leave it so once the last byte has come.
  stream._read(0);
}

/** One whole row, or undefined where its end has not arrived, or there is none. */
function rowAt(bytes: Buffer, start: number): { fields: (Buffer | null)[]; end: number } | undefined {
  if (start + 2 > bytes.length) return undefined;
  const count = bytes.readInt16BE(start);
  if (count === END) return undefined;
  const fields: (Buffer | null)[] = [];
  let at = start + 2;
  for (let field = 0; field < count; field++) {
    if (at + 4 > bytes.length) return undefined;
    const length = bytes.readInt32BE(at);
    at += 4;
    if (length > 0 && at + length > bytes.length) return undefined;
    fields.push(length < 0 ? null : bytes.subarray(at, at + length));
    at += Math.max(0, length);
  }
  return { fields, end: at };
}

import type { IncomingMessage } from 'node:http';
import type { Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';

const MEBIBYTE = 1_048_576;
/** Forms and JSON are small. */
const LARGEST_BODY = MEBIBYTE;
/** The one address that takes a file: a reader's library. */
const LIBRARY = '/saved/import/send';
const LARGEST_LIBRARY = 16 * MEBIBYTE;

/** The request's body as a whole. Refuses one that is, or turns out to be, too large, without reading on. */
export async function readBody(request: IncomingMessage): Promise<Result<Buffer>> {
  const largest = request.url === LIBRARY ? LARGEST_LIBRARY : LARGEST_BODY;
  const tooLarge = refuse('too-large', `The request's body is larger than ${largest / MEBIBYTE} MiB.`);
  if (Number(request.headers['content-length'] ?? 0) > largest) return tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) return tooLarge;
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks));
}

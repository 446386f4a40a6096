import type { IncomingMessage } from 'node:http';
import type { Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';

/** Forms and JSON are small; nothing here takes files. */
const LARGEST_BODY = 1_048_576;

/** The request's body as a whole. Refuses one that is, or turns out to be, too large, without reading on. */
export async function readBody(request: IncomingMessage): Promise<Result<Buffer>> {
  const tooLarge = refuse('too-large', `The request's body is larger than ${LARGEST_BODY / 1_048_576} MiB.`);
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) return tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) return tooLarge;
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks));
}

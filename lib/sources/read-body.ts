import { FetchFault } from './fetch-fault';

/** Reads a body whole, up to a bound. The bound counts what comes out of any content encoding. */
export async function readBody(response: Response, most: number): Promise<Buffer> {
  const tooLarge = () =>
    new FetchFault(
      'too-large',
      `${response.url} sends more than ${Math.round(most / 1_000_000)} MB; that is no answer to what was asked.`,
    );
  if (Number(response.headers.get('content-length') ?? 0) > most) {
    await response.body?.cancel();
    throw tooLarge();
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > most) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

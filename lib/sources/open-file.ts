import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { PassThrough, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** A file's bytes, unpacked where they are gzipped (told by content), and how far the reading has come. */
export type OpenFile = {
  chunks: AsyncIterable<Buffer>;
  size: number;
  /** Bytes read of the file as it lies on disk. */
  read: () => number;
  /** Set once the file turned out to end or break in the middle of its gzip stream. */
  broken: () => string | undefined;
};

const CHUNK = 256 * 1024;

/**
 * Opens a file for streaming. A gzip stream that is cut off or damaged ends where it breaks; what came before has been
 * handed out, and `broken` says what happened.
 */
export async function openFile(path: string): Promise<OpenFile> {
  const found = await stat(path);
  if (!found.isFile()) throw new Error('it is not a file');
  const file = createReadStream(path, { highWaterMark: CHUNK });
  let broken: string | undefined;

  async function* chunks(): AsyncGenerator<Buffer> {
    const source = file[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    const first = await source.next();
    if (first.done) return;
    const again = (async function* () {
      yield first.value;
      for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
    })();
    if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
      yield* again;
      return;
    }
    const out = new PassThrough({ highWaterMark: CHUNK });
    // The error reaches the loop below through `out`, which hands over what was unpacked first.
    const unpacked = pipeline(again, createGunzip({ chunkSize: CHUNK }), out, () => {});
    try {
      yield* unpacked as AsyncIterable<Buffer>;
    } catch (error) {
      broken = gzipFault(error);
    }
  }
  return { chunks: chunks(), size: found.size, read: () => file.bytesRead, broken: () => broken };
}

function gzipFault(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'Z_BUF_ERROR') return 'the gzip stream is cut off; the records before the break are kept';
  if (typeof code === 'string' && code.startsWith('Z_')) {
    return 'the gzip stream is damaged; the records before the damage are kept';
  }
  throw error;
}

const REPLACEMENT = Buffer.from('\uFFFD');

/** Why bytes cannot be read as text. */
export class EncodingFault extends Error {
  override name = 'EncodingFault';
}

/**
 * The encoding of an XML document by its byte order mark, else its declaration, else UTF-8 (XML 1.0, appendix F). `start`
 * are its first bytes.
 */
export function xmlEncoding(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  // Without a mark, UTF-16 shows by the NUL beside the first "<".
  if (start[0] === 0x3c && start[1] === 0) return 'utf-16le';
  if (start[0] === 0 && start[1] === 0x3c) return 'utf-16be';
  const declared = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(
    start.toString('latin1', 0, 400),
  )?.[1];
  // A document that we can read as bytes is not in UTF-16, whatever it declares.
  return declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}

/**
 * Decodes a stream of bytes. Bytes that are no text in that encoding become U+FFFD, and `damaged` tells that some did, so
 * that the records that hold them can be set aside. Throws `EncodingFault` for an encoding that nobody knows.
 */
export function createDecoder(encoding: string): {
  write(bytes: Buffer): string;
  end(): string;
  readonly damaged: boolean;
} {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding);
  } catch {
    throw new EncodingFault(`it is declared to be in “${encoding}”, an encoding that is not known`);
  }
  const isUtf8 = decoder.encoding === 'utf-8';
  let sent = 0;
  let got = 0;
  let tail = Buffer.alloc(0);
  const counted = (text: string): string => {
    got += countOf(text);
    return text;
  };
  return {
    write(bytes) {
      // A real U+FFFD of the source is told from damage by counting: it has bytes of its own, also across two chunks.
      const seen = Buffer.concat([tail, bytes]);
      if (isUtf8) sent += countBytes(seen);
      tail = seen.subarray(Math.max(0, seen.length - 2));
      return counted(decoder.decode(bytes, { stream: true }));
    },
    end: () => counted(decoder.decode()),
    get damaged() {
      return got > sent;
    },
  };
}

function countOf(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count += 1;
  return count;
}

function countBytes(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(REPLACEMENT); at >= 0; at = bytes.indexOf(REPLACEMENT, at + 3)) count += 1;
  return count;
}

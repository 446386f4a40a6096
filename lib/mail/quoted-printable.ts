const LINE = 75;
const EQUALS = 0x3d;
const DOT = 0x2e;
const HEX = Buffer.from('0123456789ABCDEF', 'latin1');

/**
 * Text in quoted-printable (RFC 2045), whole lines that end in CRLF, so that encoded pieces may be put one after the other.
 * A point that begins a line is written as `=2E`: the result needs no doubling of points on its way through SMTP.
 */
export function quotedPrintable(text: string): Buffer {
  if (text === '') return Buffer.alloc(0);
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
  return Buffer.concat(lines.map((line) => encodeLine(Buffer.from(line.replace(/\r$/, ''), 'utf8'))));
}

function encodeLine(bytes: Buffer): Buffer {
  // Three characters a byte at the most, and three more for every soft line break.
  const out = Buffer.allocUnsafe(bytes.length * 3 + Math.ceil((bytes.length * 3) / (LINE - 3)) * 3 + 2);
  let at = 0;
  let column = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0;
    const last = index === bytes.length - 1;
    const plain = isPlain(byte) && !(last && byte <= 0x20);
    // The next line may begin with a point, which has to be written out.
    const width = plain && !(byte === DOT && column === 0) ? 1 : 3;
    if (column + width > LINE) {
      out[at++] = EQUALS;
      out[at++] = 0x0d;
      out[at++] = 0x0a;
      column = 0;
    }
    if (plain && !(byte === DOT && column === 0)) {
      out[at++] = byte;
      column += 1;
    } else {
      out[at++] = EQUALS;
      out[at++] = HEX[byte >> 4] ?? 0;
      out[at++] = HEX[byte & 15] ?? 0;
      column += 3;
    }
  }
  out[at++] = 0x0d;
  out[at++] = 0x0a;
  return out.subarray(0, at);
}

const isPlain = (byte: number): boolean => byte === 0x09 || (byte >= 0x20 && byte <= 0x7e && byte !== EQUALS);

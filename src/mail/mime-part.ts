const DEEPEST = 8;

export type MimePart = {
  /** A header's value, unfolded and decoded; empty when it is not there. */
  header(name: string): string;
  /** Media type in lower case, without parameters. */
  type: string;
  /** The text of a leaf, its transfer encoding undone. */
  body(): string;
  /** The parts that hold no others, in order. */
  leaves(): MimePart[];
};

/** One part of a message: its headers, and what they say its body is (RFC 2045, 2046, 2047). */
export function parsePart(source: string, depth = 0): MimePart {
  const [, head = '', content = ''] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(source) ?? [null, source, ''];
  const headers = parseHeaders(head);
  const header = (name: string): string => headers.get(name) ?? '';
  const contentType = header('content-type') || 'text/plain';
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  const part: MimePart = {
    header,
    type,
    body: () => decodeBody(content, header('content-transfer-encoding')),
    leaves: () => {
      if (!type.startsWith('multipart/') || boundary === undefined || depth >= DEEPEST) return [part];
      return split(content, boundary).flatMap((inner) => parsePart(inner, depth + 1).leaves());
    },
  };
  return part;
}

function parseHeaders(head: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const at = line.indexOf(':');
    if (at > 0) headers.set(line.slice(0, at).toLowerCase(), decodeWords(line.slice(at + 1).trim()));
  }
  return headers;
}

// Between two encoded words blanks do not count.
const decodeWords = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : unquote(text.replaceAll('_', ' ')).toString('utf8'),
    );

const split = (content: string, boundary: string): string[] => {
  // The line end before a boundary belongs to the boundary.
  const pieces = `\n${content}`.replaceAll(`\r\n--${boundary}`, `\n--${boundary}`).split(`\n--${boundary}`);
  return pieces.slice(1).flatMap((piece) => (piece.startsWith('--') ? [] : [piece.replace(/^[^\n]*\n/, '')]));
};

function decodeBody(content: string, encoding: string): string {
  const kind = encoding.trim().toLowerCase();
  if (kind === 'base64') return Buffer.from(content, 'base64').toString('utf8');
  if (kind === 'quoted-printable') return unquote(content.replace(/=[ \t]*\r?\n/g, '')).toString('utf8');
  return content;
}

const unquote = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

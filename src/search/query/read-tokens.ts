/** A part of a query as typed. `key` is what stands before a colon; `quoted` tells that the value stood in quotation marks. */
export type Token = { typed: string; minus: boolean; key: string | null; value: string; quoted: boolean };

export type Tokens = { tokens: Token[]; unclosed: boolean };

// A minus, a key with a colon, then a value in quotation marks or up to a blank. Each part may be missing, not all.
const PART = /\s*(-*)(?:([A-Za-z]{2,16}):(?!\/\/))?(?:"([^"]*)"|([^\s"]*))/y;

/** Takes clean text apart. A quotation mark without a second one is dropped, and what follows it are words. */
export function readTokens(text: string): Tokens {
  const marks = text.split('"').length - 1;
  const unclosed = marks % 2 === 1;
  const last = text.lastIndexOf('"');
  const even = unclosed ? `${text.slice(0, last)} ${text.slice(last + 1)}` : text;
  const tokens: Token[] = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < even.length) {
    const at = PART.lastIndex;
    const match = PART.exec(even);
    if (match === null || PART.lastIndex === at) break;
    const [typed = '', minus = '', key, quoted, bare = ''] = match;
    if (minus === '' && key === undefined && quoted === undefined && bare === '') continue;
    tokens.push({
      typed: typed.trim(),
      minus: minus !== '',
      key: key ?? null,
      value: (quoted ?? bare).replace(/\s+/g, ' ').trim(),
      quoted: quoted !== undefined,
    });
  }
  return { tokens, unclosed };
}

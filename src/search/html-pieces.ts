/** A tag or a run of text of sanitised HTML. `opaque` text, of formulas and code, is not to be touched. */
export type Piece = { tag: boolean; raw: string; name: string; closes: boolean; opaque: boolean };

const PIECE = /<[^>]*>|[^<]+/g;
const TAG = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)/;
const OPAQUE = /^<(?:math|svg|code)\b|^<span [^>]*class="(?:katex|katex-display|katex-error)\b/;

/**
 * Takes sanitised HTML apart. Our sanitiser escapes `<` and `>` in text and attributes and closes every element, which is what
 * makes so simple a reading safe; the pieces joined are the HTML again.
 */
export function htmlPieces(html: string): Piece[] {
  const open: { name: string; opaque: boolean }[] = [];
  const inOpaque = (): boolean => open.at(-1)?.opaque ?? false;
  return (html.match(PIECE) ?? []).map((raw) => {
    const [, slash = '', name = ''] = TAG.exec(raw) ?? [];
    if (name === '') return { tag: false, raw, name: '', closes: false, opaque: inOpaque() };
    const closes = slash !== '';
    const opaque = inOpaque() || (!closes && OPAQUE.test(raw));
    if (closes) open.pop();
    else if (!raw.endsWith('/>')) open.push({ name, opaque });
    return { tag: true, raw, name, closes, opaque };
  });
}

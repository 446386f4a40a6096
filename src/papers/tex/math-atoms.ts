/** How an atom behaves next to others on the line, after TeX's own classes (The TeXbook, chapter 18). */
export type AtomKind = 'ordinary' | 'word' | 'relation' | 'spaced' | 'open' | 'close' | 'comma' | 'fraction' | 'space';
export type Atom = { text: string; kind: AtomKind };

const ENDS_WITH_WORD = /[\p{L}\p{N}\p{M}]$/u;
const BEGINS_WITH_WORD = /^[\p{L}\p{N}]/u;

/** Puts atoms on one line of plain text, with air around relations and words where a reader expects it. */
export function joinAtoms(atoms: readonly Atom[]): string {
  let out = '';
  let last: AtomKind | undefined;
  for (let index = 0; index < atoms.length; index += 1) {
    const atom = atoms[index] as Atom;
    const next = atoms[index + 1];
    if (atom.kind === 'space') {
      if (out !== '' && !out.endsWith(' ')) out += ' ';
      continue;
    }
    const text = atom.kind === 'fraction' ? fractionIn({ text: atom.text, last, next }) : atom.text;
    if (text === '') continue;
    if (out !== '' && !out.endsWith(' ') && wantsSpace({ out, last, atom, text, next })) out += ' ';
    out += text;
    last = atom.kind;
  }
  return out.trim().replace(/ {2,}/g, ' ');
}

type Seam = { out: string; last: AtomKind | undefined; atom: Atom; text: string; next: Atom | undefined };

function wantsSpace({ out, last, atom, text, next }: Seam): boolean {
  if (last === 'open' || atom.kind === 'close' || atom.kind === 'comma') return false;
  if (last === 'comma') return true;
  if (atom.kind === 'relation' || atom.kind === 'spaced') return next !== undefined && !isOuter(last);
  if (isOuter(last)) return out.length > 1 && !startsLine(out);
  if (atom.kind === 'word') return ENDS_WITH_WORD.test(out) || last === 'close' || last === 'word';
  return last === 'word' && BEGINS_WITH_WORD.test(text);
}

const isOuter = (kind: AtomKind | undefined): boolean => kind === 'relation' || kind === 'spaced';

/** A sign that opens the line (`∼10`, `±3`, `<5`) belongs to what follows. */
const startsLine = (out: string): boolean => !out.includes(' ') && /^[^\p{L}\p{N}]{1,2}$/u.test(out);

function fractionIn({
  text,
  last,
  next,
}: {
  text: string;
  last: AtomKind | undefined;
  next: Atom | undefined;
}): string {
  const tightBefore = last === 'ordinary' || last === 'close';
  const tightAfter = next !== undefined && ['ordinary', 'open', 'word', 'fraction'].includes(next.kind);
  return tightBefore || tightAfter ? `(${text})` : text;
}

/** `text` in parentheses unless it is one operand anyway. */
export const asOperand = (text: string): string =>
  /^(?:[\p{L}\p{N}\p{M}.′°*⁰-₎ₐ-ₜᵢ-ᵪ]+|\([^()]*\)|\|[^|]*\|)$/u.test(text) ? text : `(${text})`;

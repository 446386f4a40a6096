import { Transform } from 'unicode2latex';
import { lineAsTex } from '@/src/papers';
import type { CitedPaper } from './cited-paper';

/** Which letters may stand in the file as they are: BibTeX is fed accents as commands, Biber reads Unicode. */
export type Letters = 'ascii' | 'unicode';

const ASCII: Record<string, string> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '<': '{\\textless}',
  '>': '{\\textgreater}',
  '|': '{\\textbar}',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  $: '\\$',
};

const WRITTEN = /\p{Script=Latin}|\p{Script=Greek}|\p{Script=Common}/u;
let transform: Transform | undefined;
const known = new Map<string, string>();

/** A letter outside ASCII as TeX writes it, in braces, so that BibTeX sees one special character. Other scripts stay as they are. */
function command(letter: string): string {
  const kept = known.get(letter);
  if (kept !== undefined) return kept;
  transform ??= new Transform('bibtex');
  const tex = WRITTEN.test(letter) ? transform.tolatex(letter).replace(/\{\}$/, '').trim() : letter;
  const written = /^[\\$]/.test(tex) ? `{${tex}}` : tex;
  known.set(letter, written);
  return written;
}

/** Plain text for a TeX file. */
export function texText(plain: string, letters: Letters): string {
  // A mark belongs to a letter; behind a sign it is a slip that TeX has no way to print.
  const marked = plain.normalize('NFC').replace(/([^\p{L}\p{N}\p{M}])\p{M}+/gu, '$1');
  const escaped = marked.replace(/[\\{}~^<>|%&#_$]/g, (sign) => ASCII[sign] ?? sign);
  const spaced = escaped.replace(/[\u00a0\u202f\u2009]/g, '~').replace(/\p{Cc}/gu, ' ');
  return letters === 'unicode' ? spaced : spaced.replace(/[^\0-\x7f]\p{M}*|[\0-\x7f]\p{M}+/gu, command);
}

// Styles set titles in lower case; a word with a capital behind its first letter (BERT, arXiv), or a lone one (K-means), would be lost.
const SHIELDED = /(?<![\p{L}\p{N}\p{M}])(?:[\p{L}\p{N}]+\p{Lu}[\p{L}\p{N}]*|[B-Z](?![\p{L}\p{N}\p{M}]))/gu;

function titleText(plain: string, letters: Letters): string {
  let tex = '';
  let from = 0;
  for (const { 0: found, index } of plain.matchAll(SHIELDED)) {
    tex += `${texText(plain.slice(from, index), letters)}{${texText(found, letters)}}`;
    from = index + found.length;
  }
  return tex + texText(plain.slice(from), letters);
}

/** A title with its formulas as the authors wrote them. */
export function texTitle({ titleSource, title }: CitedPaper, letters: Letters): string {
  const text = (plain: string): string => titleText(plain, letters);
  return lineAsTex(titleSource, text) ?? text(title);
}

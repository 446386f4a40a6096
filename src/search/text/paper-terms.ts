import { remembered } from './remembered';
import { stem } from './stem';
import { STOP_WORDS } from './stop-words';
import { surfaceWords } from './words';

/** A title's words weigh as if they were written this often. */
const TITLE_WEIGHT = 3;
const MOST = 255;
const LONGEST_TERM = 40;

/** The stem of a word, remembered. */
export const stemOf = remembered(stem);

/** The words of a text that are looked up: stemmed, without stop words, in their order. */
export const termsOf = (text: string): string[] =>
  surfaceWords(text)
    .filter((word) => word.length <= LONGEST_TERM && !STOP_WORDS.has(word))
    .map(stemOf);

/** How often each term occurs in a paper, a title's counting three times. */
export function countTerms({ title, abstract }: { title: string; abstract: string }): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of termsOf(title)) counts.set(term, (counts.get(term) ?? 0) + TITLE_WEIGHT);
  for (const term of termsOf(abstract)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** FNV-1a of a term's letters, an unsigned 32-bit number: what stands for the term in the database and the index. */
export function termHash(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Bytes of one term: its hash, little endian, and how often it occurs, at most 255. */
export const TERM_BYTES = 5;

/** A paper's terms as they are stored. */
export function packTerms(counts: ReadonlyMap<string, number>): Uint8Array {
  const bytes = new Uint8Array(counts.size * TERM_BYTES);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [term, count] of counts) {
    view.setUint32(at, termHash(term), true);
    bytes[at + 4] = Math.min(MOST, count);
    at += TERM_BYTES;
  }
  return bytes;
}

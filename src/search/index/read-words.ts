import { stemOf, termHash } from '../text/paper-terms';
import { GENERIC_WORDS, STOP_WORDS } from '../text/stop-words';
import { surfaceWords } from '../text/words';
import { rarity } from './score-words';
import type { SearchIndex } from './search-index';
import { respell } from './spelling';

/** What a generic word of a question counts, against one for a word of its topic. */
const GENERIC_WEIGHT = 0.3;
const GENERIC_STEMS = new Set([...GENERIC_WORDS].map(stemOf));

export type QueryTerm = {
  stem: string;
  /** Its number in the index, or -1. */
  term: number;
  weight: number;
  generic: boolean;
};

export type QueryWords = {
  terms: QueryTerm[];
  corrections: { typed: string; used: string }[];
  /** The text with its misspellings mended. */
  text: string;
};

/** Reads the words of a query against an index; those that no paper holds, or hardly one, are respelled where that is possible. */
export function readWords(index: SearchIndex, text: string): QueryWords {
  const { postings } = index;
  const papersWith = (hash: number): number => {
    const term = postings.terms.find(hash);
    return term < 0 ? 0 : postings.frequency(term);
  };
  const corrections = new Map<string, string>();
  const terms = new Map<string, QueryTerm>();
  const read: string[] = [];
  for (const typed of surfaceWords(text)) {
    let word = typed;
    if (!STOP_WORDS.has(word)) {
      const meant = respell(word, papersWith);
      if (meant !== undefined) {
        corrections.set(word, meant);
        word = meant;
      }
    }
    read.push(word);
    if (STOP_WORDS.has(word)) continue;
    const stem = stemOf(word);
    const generic = GENERIC_STEMS.has(stem);
    const weight = generic ? GENERIC_WEIGHT : 1;
    const known = terms.get(stem);
    if (known) known.weight += weight;
    else terms.set(stem, { stem, term: postings.terms.find(termHash(stem)), weight, generic });
  }
  return {
    terms: [...terms.values()],
    corrections: [...corrections].map(([from, used]) => ({ typed: from, used })),
    text: corrections.size > 0 ? read.join(' ') : text,
  };
}

/** How much it says that two papers share a stem; nothing where no other paper has it. */
export function weightOf(index: SearchIndex, stem: string): number {
  const term = index.postings.terms.find(termHash(stem));
  if (term < 0 || index.postings.frequency(term) < 2) return 0;
  return rarity(index, term) * (GENERIC_STEMS.has(stem) ? GENERIC_WEIGHT : 1);
}

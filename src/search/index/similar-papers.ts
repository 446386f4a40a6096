import type { SimilarOptions } from '../search-store';
import { TERM_BYTES } from '../text/paper-terms';
import { FLAGS } from './paper-columns';
import { rarity, scoreWords, type WeightedTerm } from './score-words';
import type { SearchIndex } from './search-index';
import { nearest } from './sieve';

const CANDIDATES = 300;
const STRONGEST_TERMS = 30;
const MEANING_SHARE = 0.7;

export type Near = { id: string; score: number };

type Options = SimilarOptions & { terms: Uint8Array; candidates?: number };

/**
 * The papers nearest to one that the index holds, best first: 0.7 · cosine + 0.3 · BM25 of its 30 strongest terms over
 * the highest. `terms` are the paper's stored terms. `newer` and `older` compare the published day.
 * `candidates`: how many of the nearest are compared by their words.
 */
export function similarPapers(
  index: SearchIndex,
  id: string,
  { terms, limit, side, candidates = CANDIDATES }: Options,
): Near[] {
  const own = index.find(id);
  if (own < 0) return [];
  const room = index.room();
  const vector = index.vectors.get(own);
  allowSide(index, own, side, room.allowed);
  const papers = nearest(index.vectors, vector, room, { papers: index.size, count: candidates });
  scoreWords(index, strongest(index, terms), room);
  const words = (paper: number): number => room.scores[paper] as number;
  const top = papers.reduce((most, paper) => Math.max(most, words(paper)), 0) || 1;
  const cosines = index.vectors.cosines(vector, papers);
  return Array.from(papers, (paper, at) => ({
    id: index.ids.at(paper),
    score: MEANING_SHARE * (cosines[at] as number) + ((1 - MEANING_SHARE) * words(paper)) / top,
  }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1))
    .slice(0, limit);
}

function allowSide(
  { columns, size }: SearchIndex,
  own: number,
  side: SimilarOptions['side'],
  allowed: Uint8Array,
): void {
  const day = columns.day[own] as number;
  for (let paper = 0; paper < size; paper++) {
    const other = columns.day[paper] as number;
    const fits = side === 'any' || (side === 'newer' ? other > day : other < day);
    allowed[paper] = fits ? (columns.flags[paper] as number) & FLAGS.shown : 0;
  }
  allowed[own] = 0;
}

function strongest(index: SearchIndex, packed: Uint8Array): WeightedTerm[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const terms: (WeightedTerm & { strength: number })[] = [];
  for (let at = 0; at + TERM_BYTES <= packed.length; at += TERM_BYTES) {
    const term = index.postings.terms.find(view.getUint32(at, true));
    const count = packed[at + 4] as number;
    if (term >= 0 && index.postings.frequency(term) > 1)
      terms.push({ term, weight: 1, strength: (1 + Math.log(count)) * rarity(index, term) });
  }
  return terms.sort((a, b) => b.strength - a.strength || a.term - b.term).slice(0, STRONGEST_TERMS);
}

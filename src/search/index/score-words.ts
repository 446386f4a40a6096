import { LEVEL_COUNTS } from './postings';
import type { SearchIndex } from './search-index';

/** Constants of BM25, tuned on collections of abstracts (titles count three times). */
const K1 = 0.9;
const B = 0.6;

export type WeightedTerm = { term: number; weight: number; needed?: boolean };

/** Adds each paper's BM25 score to `scores`, and to `met` how many of the needed terms it holds. */
export function scoreWords(
  index: SearchIndex,
  terms: readonly WeightedTerm[],
  { scores, met }: { scores: Float32Array; met: Uint8Array },
): void {
  const { postings, columns, averageLength } = index;
  const lengths = columns.length;
  const fixed = K1 * (1 - B);
  const byLength = (K1 * B) / averageLength;
  for (const { term, weight, needed = false } of terms) {
    if (term < 0) continue;
    const factor = weight * rarity(index, term) * (K1 + 1);
    const weights = Float64Array.from(LEVEL_COUNTS, (count) => factor * count);
    postings.addTo({ scores, met, lengths, fixed, byLength, weights }, term, needed ? 1 : 0);
  }
}

/** How much a term tells: the rarer, the more. */
export function rarity(index: SearchIndex, term: number): number {
  const found = term < 0 ? 0 : index.postings.frequency(term);
  return Math.log(1 + (Math.max(index.papers, found) - found + 0.5) / (found + 0.5));
}

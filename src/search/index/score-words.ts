import { LENGTHS } from './paper-columns';
import { LEVEL_COUNTS } from './postings';
import type { Room } from './room';
import type { SearchIndex } from './search-index';

/** Constants of BM25, tuned on collections of abstracts (titles count three times). */
const K1 = 0.9;
const B = 0.6;

export type WeightedTerm = { term: number; weight: number; needed?: boolean };

/**
 * Adds each paper's BM25 score to the room's scores, and to `met` how many of the needed terms it holds. Returns what no
 * score exceeds.
 */
export function scoreWords(index: SearchIndex, terms: readonly WeightedTerm[], room: Room): number {
  let bound = 0;
  const shares = sharesOf(index.averageLength);
  for (const { term, weight, needed = false } of terms) {
    if (term < 0) continue;
    const count = index.postings.read(term, room.postings);
    const list = room.postings.subarray(0, count);
    const factor = weight * rarity(index, term);
    bound += factor * (K1 + 1);
    addTo(room.scores, list, { lengths: index.columns.length, shares, factor });
    if (needed) meet(room.met, list);
  }
  return bound;
}

type Weights = { lengths: Uint8Array; shares: Float64Array; factor: number };

function addTo(scores: Float32Array, list: Uint32Array, { lengths, shares, factor }: Weights): void {
  for (let at = 0; at < list.length; at++) {
    const posting = list[at] as number;
    const paper = posting >>> 3;
    const share = shares[(lengths[paper] as number) * 8 + (posting & 7)] as number;
    scores[paper] = (scores[paper] as number) + factor * share;
  }
}

function meet(met: Uint8Array, list: Uint32Array): void {
  for (let at = 0; at < list.length; at++) {
    const paper = (list[at] as number) >>> 3;
    met[paper] = (met[paper] as number) + 1;
  }
}

/** What an occurrence counts, by the class of the paper's length and the level of the count. */
function sharesOf(averageLength: number): Float64Array {
  const shares = new Float64Array(LENGTHS.classes * 8);
  for (let length = 0; length < LENGTHS.classes; length++)
    for (let level = 0; level < 8; level++) {
      const count = LEVEL_COUNTS[level] as number;
      const relative = (length * LENGTHS.step) / averageLength;
      shares[length * 8 + level] = ((K1 + 1) * count) / (count + K1 * (1 - B + B * relative));
    }
  return shares;
}

/** How much a term tells: the rarer, the more. */
export function rarity(index: SearchIndex, term: number): number {
  const found = term < 0 ? 0 : index.postings.frequency(term);
  return Math.log(1 + (Math.max(index.papers, found) - found + 0.5) / (found + 0.5));
}

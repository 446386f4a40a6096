import { unit } from '../embedding/model';
import type { SearchIndex } from './search-index';
import { highest, nearest } from './select';

export const WORDS_SHARE = 0.4;
/** How far the three best papers pull the query towards them (Rocchio). */
const FEEDBACK = 0.5;
const FEEDBACK_PAPERS = 3;
const CANDIDATES = 1_000;

export type Ranked = {
  /** Candidates, best first. */
  order: Int32Array;
  scores: Map<number, number>;
  /** How many signs of each paper's vector differ from the query's. */
  distances: Uint16Array;
  /** The cosines of the candidates with the query as it was asked. */
  cosines: Map<number, number>;
};

type Inputs = {
  words: Float32Array;
  vector: Float32Array | undefined;
  allowed: Uint8Array;
  distances: Uint16Array;
  feedback?: boolean;
};

/**
 * Fuses words and meaning: 0.4 · BM25 / its highest + 0.6 · cosine, over the thousand best of either; then once more with
 * the query moved towards the three best. Ties are broken by the paper's number.
 */
export function rank(index: SearchIndex, { words, vector, allowed, distances, feedback = true }: Inputs): Ranked {
  const papers = index.size;
  const byWords = bestByWords(words, allowed, papers);
  const top = byWords.reduce((most, paper) => Math.max(most, words[paper] as number), 0);
  const wordsOf = (paper: number): number => (top === 0 ? 0 : (words[paper] as number) / top);
  if (vector === undefined || vector.every((value) => value === 0)) {
    const scores = new Map(Array.from(byWords, (paper) => [paper, wordsOf(paper)]));
    return { order: ordered(scores), scores, distances: distances.fill(index.vectors.dimensions), cosines: new Map() };
  }
  index.vectors.sieve(vector, papers, distances);
  const furthest = index.vectors.dimensions;
  const candidates = new Set([...byWords, ...nearest(distances, { papers, allowed, count: CANDIDATES, furthest })]);
  const fuse = (query: Float32Array, cosines = new Map<number, number>()): Map<number, number> => {
    const scores = new Map<number, number>();
    for (const paper of candidates) {
      const cosine = index.vectors.cosine(query, paper);
      cosines.set(paper, cosine);
      scores.set(paper, WORDS_SHARE * wordsOf(paper) + (1 - WORDS_SHARE) * cosine);
    }
    return scores;
  };
  const cosines = new Map<number, number>();
  let scores = fuse(vector, cosines);
  if (feedback) scores = fuse(towards(index, vector, ordered(scores).subarray(0, FEEDBACK_PAPERS)));
  return { order: ordered(scores), scores, distances, cosines };
}

function bestByWords(words: Float32Array, allowed: Uint8Array, papers: number): Int32Array {
  let count = 0;
  for (let paper = 0; paper < papers; paper++) if (words[paper] !== 0 && allowed[paper] === 1) count++;
  const found = new Int32Array(count);
  for (let paper = 0, at = 0; at < count; paper++) if (words[paper] !== 0 && allowed[paper] === 1) found[at++] = paper;
  return highest(found, words, CANDIDATES);
}

const ordered = (scores: ReadonlyMap<number, number>): Int32Array =>
  Int32Array.from(
    [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]),
    ([paper]) => paper,
  );

function towards(index: SearchIndex, query: Float32Array, papers: Int32Array): Float32Array {
  const mean = new Float32Array(query.length);
  for (const paper of papers)
    for (const [at, value] of index.vectors.get(paper).entries()) mean[at] = (mean[at] ?? 0) + value;
  unit(mean);
  return unit(query.map((value, at) => value + FEEDBACK * (mean[at] ?? 0)));
}

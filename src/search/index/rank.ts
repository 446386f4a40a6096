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
  /** A candidate's score; undefined for other papers. */
  scoreOf(paper: number): number | undefined;
  /** A candidate's cosine with the query as it was asked, 0 where meaning is not known. */
  cosineOf(paper: number): number;
  /** How many signs of each paper's vector differ from the query's. */
  distances: Uint16Array;
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
  const byWords = bestByWords(words, allowed, index.size);
  let top = 0;
  for (const paper of byWords) top = Math.max(top, words[paper] as number);
  const hasMeaning = vector?.some((value) => value !== 0) === true;
  if (hasMeaning) index.vectors.sieve(vector, index.size, distances);
  else distances.fill(index.vectors.dimensions);
  const candidates = hasMeaning ? joined(byWords, nearestOf(index, distances, allowed), index.size) : byWords;
  const share = hasMeaning ? WORDS_SHARE : 1;
  const scores = Float64Array.from(candidates, (paper) => (top === 0 ? 0 : (share * (words[paper] as number)) / top));
  const cosines = new Float64Array(candidates.length);
  if (hasMeaning) {
    const alone = scores.slice();
    addMeaning(index, vector, { candidates, scores, cosines });
    if (feedback) {
      const moved = towards(index, vector, ordered(candidates, scores).subarray(0, FEEDBACK_PAPERS));
      scores.set(alone);
      addMeaning(index, moved, { candidates, scores, cosines: new Float64Array(candidates.length) });
    }
  }
  // One more than the place of a candidate; nothing for other papers.
  const places = new Uint32Array(index.size);
  for (const [at, paper] of candidates.entries()) places[paper] = at + 1;
  return {
    order: ordered(candidates, scores),
    scoreOf: (paper) => scores[(places[paper] ?? 0) - 1],
    cosineOf: (paper) => cosines[(places[paper] ?? 0) - 1] ?? 0,
    distances,
  };
}

type Scored = { candidates: Int32Array; scores: Float64Array; cosines: Float64Array };

function addMeaning(index: SearchIndex, query: Float32Array, { candidates, scores, cosines }: Scored): void {
  for (let at = 0; at < candidates.length; at++) {
    const cosine = index.vectors.cosine(query, candidates[at] as number);
    cosines[at] = cosine;
    scores[at] = (scores[at] as number) + (1 - WORDS_SHARE) * cosine;
  }
}

const nearestOf = (index: SearchIndex, distances: Uint16Array, allowed: Uint8Array): Int32Array =>
  nearest(distances, { papers: index.size, allowed, count: CANDIDATES, furthest: index.vectors.dimensions });

function joined(a: Int32Array, b: Int32Array, papers: number): Int32Array {
  const seen = new Uint8Array(papers);
  for (const paper of a) seen[paper] = 1;
  const others = b.filter((paper) => seen[paper] === 0);
  const all = new Int32Array(a.length + others.length);
  all.set(a);
  all.set(others, a.length);
  return all;
}

function bestByWords(words: Float32Array, allowed: Uint8Array, papers: number): Int32Array {
  const found = new Int32Array(papers);
  let count = 0;
  for (let paper = 0; paper < papers; paper++) {
    if (words[paper] !== 0 && allowed[paper] === 1) found[count++] = paper;
  }
  return highest(found.subarray(0, count), words, CANDIDATES);
}

function ordered(candidates: Int32Array, scores: Float64Array): Int32Array {
  const places = Uint32Array.from(candidates, (_, at) => at);
  places.sort(
    (a, b) => (scores[b] as number) - (scores[a] as number) || (candidates[a] as number) - (candidates[b] as number),
  );
  return Int32Array.from(places, (at) => candidates[at] as number);
}

function towards(index: SearchIndex, query: Float32Array, papers: Int32Array): Float32Array {
  const mean = new Float32Array(query.length);
  for (const paper of papers) {
    const vector = index.vectors.get(paper);
    for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] as number) + (vector[at] as number);
  }
  unit(mean);
  return unit(query.map((value, at) => value + FEEDBACK * (mean[at] ?? 0)));
}

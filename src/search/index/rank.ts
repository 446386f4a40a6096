import { unit } from '../embedding/model';
import type { Room } from './room';
import type { SearchIndex } from './search-index';
import { highest } from './select';
import { nearest } from './sieve';

export const WORDS_SHARE = 0.4;
/** How far the three best papers pull the query towards them (Rocchio). */
const FEEDBACK = 0.5;
const FEEDBACK_PAPERS = 3;
const CANDIDATES = 1_000;
const ASKED_AGAIN = 400;

/** Candidates, best first, with their scores and their cosines with the query as it was asked (0: meaning is not known). */
type Scored = { papers: Uint32Array; scores: Float64Array; cosines: Float64Array };
/** With the highest BM25 score. */
export type Ranked = Scored & { top: number };

type Inputs = { bound: number; vector: Float32Array | undefined; room: Room; feedback?: boolean };

/**
 * Fuses words and meaning: 0.4 · BM25 / its highest + 0.6 · cosine, over the thousand best of either; then the best of
 * them once more, with the query moved towards the three best. Ties are broken by the paper's number. `bound`: what no BM25
 * score exceeds.
 */
export function rank(index: SearchIndex, { bound, vector, room, feedback = true }: Inputs): Ranked {
  const { papers: byWords, top } = highest(room, bound, index.size, CANDIDATES);
  if (vector?.some((value) => value !== 0) !== true) {
    const scores = wordShares(byWords, room, { top, share: 1 });
    return { ...sorted({ papers: byWords, scores, cosines: new Float64Array(byWords.length) }), top };
  }
  const byMeaning = nearest(index.vectors, vector, room, { papers: index.size, count: CANDIDATES });
  const papers = joined(byWords, byMeaning, room.taken);
  const cosines = index.vectors.cosines(vector, papers);
  const first = sorted({
    papers,
    scores: fused(wordShares(papers, room, { top, share: WORDS_SHARE }), cosines),
    cosines,
  });
  return { ...(feedback ? again(index, vector, room, { ...first, top }) : first), top };
}

/** The best ones in the order of a second question; the others stay behind them. */
function again(index: SearchIndex, vector: Float32Array, room: Room, first: Ranked): Scored {
  const moved = towards(index, vector, first.papers.subarray(0, FEEDBACK_PAPERS));
  const papers = first.papers.slice(0, ASKED_AGAIN);
  const shares = wordShares(papers, room, { top: first.top, share: WORDS_SHARE });
  const scores = fused(shares, index.vectors.cosines(moved, papers));
  const best = sorted({ papers, scores, cosines: first.cosines.slice(0, papers.length) });
  first.papers.set(best.papers);
  first.scores.set(best.scores);
  first.cosines.set(best.cosines);
  return first;
}

function wordShares(
  papers: Uint32Array,
  { scores }: Room,
  { top, share }: { top: number; share: number },
): Float64Array {
  const shares = new Float64Array(papers.length);
  if (top === 0) return shares;
  for (let at = 0; at < papers.length; at++) shares[at] = (share * (scores[papers[at] as number] as number)) / top;
  return shares;
}

function fused(shares: Float64Array, cosines: Float64Array): Float64Array {
  const scores = new Float64Array(shares.length);
  for (let at = 0; at < scores.length; at++)
    scores[at] = (shares[at] as number) + (1 - WORDS_SHARE) * (cosines[at] as number);
  return scores;
}

/** Both without repetition, in the order of their numbers; `taken` is left clear. */
function joined(a: Uint32Array, b: Uint32Array, taken: Uint8Array): Uint32Array {
  const all = new Uint32Array(a.length + b.length);
  all.set(a);
  for (let at = 0; at < a.length; at++) taken[a[at] as number] = 1;
  let used = a.length;
  for (let at = 0; at < b.length; at++) if (taken[b[at] as number] === 0) all[used++] = b[at] as number;
  for (let at = 0; at < a.length; at++) taken[a[at] as number] = 0;
  return all.subarray(0, used).sort();
}

/** Scores are told apart to the ninth decimal; beside them their places fit into one number, which sorts without calls. */
const DECIMALS = 1e9;
const PLACES = 65_536;

function sorted({ papers, scores, cosines }: Scored): Scored {
  const keys = new Float64Array(papers.length);
  for (let at = 0; at < keys.length; at++) keys[at] = at - Math.round((scores[at] as number) * DECIMALS) * PLACES;
  keys.sort();
  const ranked = {
    papers: new Uint32Array(papers.length),
    scores: new Float64Array(papers.length),
    cosines: new Float64Array(papers.length),
  };
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place] as number;
    const at = key - Math.floor(key / PLACES) * PLACES;
    ranked.papers[place] = papers[at] as number;
    ranked.scores[place] = scores[at] as number;
    ranked.cosines[place] = cosines[at] as number;
  }
  return ranked;
}

function towards(index: SearchIndex, query: Float32Array, papers: Uint32Array): Float32Array {
  const mean = new Float32Array(query.length);
  for (const paper of papers) {
    const vector = index.vectors.get(paper);
    for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] as number) + (vector[at] as number);
  }
  unit(mean);
  return unit(query.map((value, at) => value + FEEDBACK * (mean[at] ?? 0)));
}

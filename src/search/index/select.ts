import type { Room } from './room';

/** Scores are told apart by the eight highest bits of their fraction, over the sixteen octaves below the bound. */
const STEPS = 4_096;
const DROPPED_BITS = 15;

/** The papers of the highest BM25 scores, and the highest score. */
export type Spoken = { papers: Uint32Array; top: number };

/**
 * About the `count` allowed papers of the highest scores, all with a score where there are no more. `bound` is what no score
 * exceeds. Of the papers in the last step so many come that there are at most twice `count`.
 */
export function highest({ scores, bits, allowed }: Room, bound: number, papers: number, count: number): Spoken {
  if (bound === 0) return { papers: new Uint32Array(0), top: 0 };
  const base = (bitsOf(bound) >>> DROPPED_BITS) - STEPS + 2;
  const histogram = new Uint32Array(STEPS);
  // Papers without a score fall into the first step, which is not counted; branches would cost more.
  for (let paper = 0; paper < papers; paper++) {
    const step = Math.max(0, ((bits[paper] as number) >>> DROPPED_BITS) - base);
    histogram[step] = (histogram[step] as number) + (allowed[paper] as number);
  }
  let edge = STEPS;
  let above = 0;
  while (edge > 1 && above + (histogram[edge - 1] as number) <= count) above += histogram[--edge] as number;
  edge--;
  const chosen = new Uint32Array(2 * count);
  let ties = 2 * count - above;
  const least = edge === 0 ? 1 : (edge + base) << DROPPED_BITS;
  const beyond = (edge + 1 + base) << DROPPED_BITS;
  let used = 0;
  let top = 0;
  for (let paper = 0; paper < papers; paper++) {
    const own = bits[paper] as number;
    if (own < least || allowed[paper] === 0) continue;
    if (own < beyond && ties-- <= 0) continue;
    chosen[used++] = paper;
    top = Math.max(top, scores[paper] as number);
  }
  return { papers: chosen.subarray(0, used), top };
}

/** The bits of a positive number of 32 bits, which are in the same order as the numbers. */
const bitsOf = (value: number): number => new Int32Array(Float32Array.of(value).buffer)[0] as number;

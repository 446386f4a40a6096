const STEPS = 4_096;

/**
 * About the `count` entries of the highest scores, all of them where there are no more. Scores are compared in 4,096 steps,
 * so that a few more than `count` may come; none that belongs to them is missing.
 */
export function highest(entries: Int32Array, scores: Float32Array, count: number): Int32Array {
  if (entries.length <= count) return entries;
  let most = 0;
  for (const entry of entries) if ((scores[entry] as number) > most) most = scores[entry] as number;
  if (most === 0) return entries.subarray(0, count);
  const factor = (STEPS - 1) / most;
  const histogram = new Uint32Array(STEPS);
  for (const entry of entries) {
    const step = ((scores[entry] as number) * factor) | 0;
    histogram[step] = (histogram[step] as number) + 1;
  }
  let edge = STEPS;
  for (let above = 0; edge > 0 && above < count; ) above += histogram[--edge] as number;
  return entries.filter((entry) => (((scores[entry] as number) * factor) | 0) >= edge);
}

type Sieve = { papers: number; allowed: Uint8Array; count: number; furthest: number };

/** The `count` papers at the smallest distances among those that are allowed; of equals the first. */
export function nearest(distances: Uint16Array, { papers, allowed, count, furthest }: Sieve): Int32Array {
  const histogram = new Uint32Array(furthest + 2);
  for (let paper = 0; paper < papers; paper++) {
    const distance = distances[paper] as number;
    histogram[distance] = (histogram[distance] as number) + (allowed[paper] as number);
  }
  let edge = 0;
  let below = 0;
  while (edge <= furthest && below + (histogram[edge] as number) <= count) below += histogram[edge++] as number;
  let ties = Math.max(0, count - below);
  const chosen = new Int32Array(Math.min(papers, count));
  let used = 0;
  for (let paper = 0; paper < papers; paper++) {
    const distance = distances[paper] as number;
    if (distance > edge || allowed[paper] !== 1) continue;
    if (distance < edge || ties-- > 0) chosen[used++] = paper;
  }
  return chosen.subarray(0, used);
}

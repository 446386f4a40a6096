/** The `count` entries of the highest scores, unordered but for ties at the edge, which the first of them win. */
export function highest(entries: Int32Array, scoreOf: (entry: number) => number, count: number): Int32Array {
  if (entries.length <= count) return entries;
  const scores = Float64Array.from(entries, scoreOf);
  const edge = scores.slice().sort()[scores.length - count] as number;
  const chosen = new Int32Array(count);
  let used = 0;
  let above = 0;
  for (const score of scores) if (score > edge) above++;
  let ties = count - above;
  for (let at = 0; at < entries.length && used < count; at++) {
    const score = scores[at] as number;
    if (score > edge || (score === edge && ties-- > 0)) chosen[used++] = entries[at] as number;
  }
  return chosen;
}

/** The `count` papers at the smallest distances among those that are allowed. */
export function nearest(
  distances: Uint16Array,
  { papers, allowed, count, furthest }: { papers: number; allowed: Uint8Array; count: number; furthest: number },
): Int32Array {
  const histogram = new Uint32Array(furthest + 2);
  for (let paper = 0; paper < papers; paper++)
    if (allowed[paper] === 1)
      histogram[distances[paper] as number] = (histogram[distances[paper] as number] as number) + 1;
  let edge = 0;
  let below = 0;
  while (edge <= furthest && below + (histogram[edge] as number) <= count) below += histogram[edge++] as number;
  let ties = Math.max(0, count - below);
  const chosen: number[] = [];
  for (let paper = 0; paper < papers; paper++) {
    const distance = distances[paper] as number;
    if (distance > edge || allowed[paper] !== 1) continue;
    if (distance < edge || ties-- > 0) chosen.push(paper);
  }
  return Int32Array.from(chosen);
}

const gain = (grade: number): number => grade;
/** Grades of similar papers go to 3; this and more counts as similar. */
const RELEVANT = 2;
const discount = (rank: number): number => 1 / Math.log2(rank + 2);

/** nDCG at a depth, with the grade itself as the gain (as trec_eval has it). */
export function ndcg(ranking: readonly string[], judged: ReadonlyMap<string, number>, depth: number): number {
  const ideal = [...judged.values()].filter((grade) => grade > 0).sort((a, b) => b - a);
  const best = ideal.slice(0, depth).reduce((sum, grade, rank) => sum + gain(grade) * discount(rank), 0);
  const own = ranking
    .slice(0, depth)
    .reduce((sum, id, rank) => sum + gain(Math.max(0, judged.get(id) ?? 0)) * discount(rank), 0);
  return best === 0 ? 0 : own / best;
}

/** Which share of what is relevant is within a depth. */
export function recall(ranking: readonly string[], judged: ReadonlyMap<string, number>, depth: number): number {
  const relevant = [...judged].filter(([, grade]) => grade > 0).map(([id]) => id);
  const found = new Set(ranking.slice(0, depth));
  return relevant.length === 0 ? 0 : relevant.filter((id) => found.has(id)).length / relevant.length;
}

/** Average precision over a whole ranking; relevant is what has at least grade 2 of 3. */
export function averagePrecision(ranking: readonly string[], judged: ReadonlyMap<string, number>): number {
  let found = 0;
  let sum = 0;
  for (const [rank, id] of ranking.entries()) if ((judged.get(id) ?? 0) >= RELEVANT) sum += ++found / (rank + 1);
  return found === 0 ? 0 : sum / found;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The middle 95 of 100 mean differences between paired values, drawing queries again 2,000 times. */
export function pairedInterval(a: readonly number[], b: readonly number[], rounds = 2_000): [number, number] {
  const differences = a.map((value, at) => value - (b[at] ?? 0));
  let seed = 12_345;
  const draw = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * differences.length);
  };
  const means = Array.from({ length: rounds }, () => {
    let sum = 0;
    for (let at = 0; at < differences.length; at++) sum += differences[draw()] ?? 0;
    return sum / Math.max(1, differences.length);
  }).sort((x, y) => x - y);
  return [means[Math.floor(rounds * 0.025)] ?? 0, means[Math.floor(rounds * 0.975)] ?? 0];
}

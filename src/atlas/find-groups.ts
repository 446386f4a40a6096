import type { Plane } from './embed-neighbours';

const MOST_GROUPS = 12;
const ROUNDS = 40;

/** k-means in the plane from far-apart starts: what stands together on the map is one group. Every paper's group. */
export function findGroups({ x, y }: Plane): number[] {
  const count = x.length;
  const wanted = Math.max(1, Math.min(MOST_GROUPS, Math.round(Math.sqrt(count / 2))));
  const centres: [number, number][] = [];
  const distance = (paper: number, [cx, cy]: [number, number]): number =>
    ((x[paper] as number) - cx) ** 2 + ((y[paper] as number) - cy) ** 2;
  const papers = Array.from({ length: count }, (_, paper) => paper);
  while (centres.length < wanted) {
    const next = papers.reduce(
      (best, paper) => {
        const far =
          centres.length === 0 ? -distance(paper, [500, 500]) : Math.min(...centres.map((c) => distance(paper, c)));
        return far > best.far ? { paper, far } : best;
      },
      { paper: 0, far: Number.NEGATIVE_INFINITY },
    );
    centres.push([x[next.paper] as number, y[next.paper] as number]);
  }
  let groups: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    groups = papers.map((paper) => {
      let nearest = 0;
      for (let group = 1; group < centres.length; group++)
        if (distance(paper, centres[group] as [number, number]) < distance(paper, centres[nearest] as [number, number]))
          nearest = group;
      return nearest;
    });
    for (const group of centres.keys()) {
      const own = papers.filter((paper) => groups[paper] === group);
      if (own.length > 0) centres[group] = [mean(own.map((p) => x[p] as number)), mean(own.map((p) => y[p] as number))];
    }
  }
  // Numbered from the left, without a gap.
  const used = [...new Set(groups)].sort((a, b) => (centres[a]?.[0] ?? 0) - (centres[b]?.[0] ?? 0));
  return groups.map((group) => used.indexOf(group));
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

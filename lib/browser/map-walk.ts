export type Spot = { x: number; y: number; r: number };
export type Direction = readonly [dx: -1 | 0 | 1, dy: -1 | 0 | 1];

/** The spot whose edge is nearest to a point, if it is within reach; else -1. */
export function nearest(spots: readonly Spot[], point: { x: number; y: number }, reach: number): number {
  let best = -1;
  let least = reach;
  for (const [at, { x, y, r }] of spots.entries()) {
    const distance = Math.hypot(x - point.x, y - point.y) - r;
    if (distance >= least) continue;
    least = distance;
    best = at;
  }
  return best;
}

// What stands aside counts as so much farther.
const ASIDE = 2.2;

/** The nearest spot in a direction, where what stands aside counts as farther; the same spot where there is none. */
export function nextIn(spots: readonly Spot[], from: number, [dx, dy]: Direction): number {
  const start = spots[from];
  if (start === undefined) return from;
  let best = from;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, { x, y }] of spots.entries()) {
    const along = (x - start.x) * dx + (y - start.y) * dy;
    const aside = Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx);
    if (at === from || along <= 0 || aside > 1.6 * along) continue;
    const distance = along + ASIDE * aside;
    if (distance >= least) continue;
    least = distance;
    best = at;
  }
  return best;
}

import type { Plane } from './embed-neighbours';

const MARGIN = 55;
const GAP = 3;
const ROUNDS = 80;

/** A circle's radius on the map: every doubling of votes adds the same. */
export const radiusOf = (votes: number): number => Math.min(24, 8 + 2.4 * Math.log2(1 + votes));

/** Stretches the plane over a square, without letting a few far-off papers crowd the others, and moves circles apart. */
export function* fittingSteps(plane: Plane, radii: readonly number[], side: number): Generator<void, Plane> {
  const fitted = { x: stretch(plane.x, side), y: stretch(plane.y, side) };
  for (let round = 0; round < ROUNDS && moveApart(fitted, radii, side); round++) yield;
  return fitted;
}

const LEFT_OUT = 0.02;

function stretch(values: Float64Array, side: number): Float64Array {
  const sorted = values.toSorted();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const [low, high] = [at(LEFT_OUT), at(1 - LEFT_OUT)];
  const scale = high > low ? (side - 2 * MARGIN - 60) / (high - low) : 0;
  return values.map((value) => {
    const place = side / 2 + (value - (low + high) / 2) * scale;
    return Math.max(MARGIN, Math.min(side - MARGIN, place));
  });
}

function moveApart(plane: Plane, radii: readonly number[], side: number): boolean {
  let moved = false;
  const { x, y } = plane;
  const count = x.length;
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      const wanted = (radii[a] as number) + (radii[b] as number) + GAP;
      let dx = (x[b] as number) - (x[a] as number);
      const dy = (y[b] as number) - (y[a] as number);
      if (Math.abs(dx) >= wanted || Math.abs(dy) >= wanted) continue;
      if (dx === 0 && dy === 0) dx = 0.01;
      const distance = Math.hypot(dx, dy);
      if (distance >= wanted) continue;
      const push = (wanted - distance) / 2 / distance;
      x[a] = inside((x[a] as number) - dx * push, radii[a] as number, side);
      y[a] = inside((y[a] as number) - dy * push, radii[a] as number, side);
      x[b] = inside((x[b] as number) + dx * push, radii[b] as number, side);
      y[b] = inside((y[b] as number) + dy * push, radii[b] as number, side);
      moved = true;
    }
  }
  return moved;
}

const inside = (value: number, radius: number, side: number): number =>
  Math.max(radius + 20, Math.min(side - radius - 20, value));

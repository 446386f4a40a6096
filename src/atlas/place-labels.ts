import type { Plane } from './embed-neighbours';
import { mean } from './find-groups';
import { type Group, MAP_SIZE } from './paper-of-map';

/** Room for the larger letters of a phone, where only the first line is written. */
const FIRST_LETTER = 18;
const LETTER = 13;
const LINE = 30;
const MARGIN = 6;
const STEP = 22;
const REACH = 6;

type Box = { x: number; y: number; half: number };

/** Writes each group's words near its middle where they cover few papers and no other words. `y` is the first line's foot. */
export function placeLabels(
  words: readonly string[][],
  { groups, plane, radii }: { groups: readonly number[]; plane: Plane; radii: readonly number[] },
): Group[] {
  const placed: Box[] = [];
  return words.map((own, group) => {
    const members = groups.flatMap((other, at) => (other === group ? [at] : []));
    const middle = {
      x: mean(members.map((at) => plane.x[at] as number)),
      y: mean(members.map((at) => plane.y[at] as number)),
    };
    const half = Math.max((own[0]?.length ?? 0) * FIRST_LETTER, (own[1]?.length ?? 0) * LETTER) / 2;
    let best: { box: Box; cost: number } | undefined;
    for (let row = -REACH; row <= REACH; row++) {
      for (let column = -REACH; column <= REACH; column++) {
        const box = {
          x: within(middle.x + column * STEP, half + MARGIN, MAP_SIZE - half - MARGIN),
          y: within(middle.y + row * STEP, LINE + MARGIN, MAP_SIZE - LINE - MARGIN),
          half,
        };
        const moved = Math.hypot(box.x - middle.x, box.y - middle.y) / STEP;
        const covered = radii.reduce((sum, radius, at) => sum + (covers(box, plane, at) ? radius : 0), 0) / 8;
        const crossed = placed.filter((other) => crosses(box, other)).length;
        const cost = covered + 0.35 * moved + 20 * crossed;
        if (best === undefined || cost < best.cost) best = { box, cost };
      }
    }
    const box = best?.box ?? { ...middle, half };
    placed.push(box);
    return { words: own, x: Math.round(box.x), y: Math.round(box.y) };
  });
}

const within = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(Math.max(low, high), value));

const covers = ({ x, y, half }: Box, plane: Plane, at: number): boolean =>
  Math.abs((plane.x[at] as number) - x) < half && Math.abs((plane.y[at] as number) - (y + 2)) < LINE;

const crosses = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < a.half + b.half + MARGIN && Math.abs(a.y - b.y) < 2 * LINE + MARGIN;

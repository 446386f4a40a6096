import type { Ranked } from './rank';
import type { Room } from './room';

const NEAR_SHARE = 0.6;
const MOST_NEAR = 200;
const MOST_PARTIAL = 300;

export type Matches = {
  papers: Uint32Array;
  /** Whether some hold every word that was needed. */
  complete: boolean;
};

type Found = { papers: number; needed: number; ranked: Ranked };

/**
 * A paper matches when it holds every needed word, or is among the 200 that are nearest by meaning and at least 0.6 as near
 * as the nearest. Where no paper holds every word, those that hold most of them come in their place. Marks matches in `taken`.
 */
export function findMatches(room: Room, { papers, needed, ranked }: Found): Matches {
  if (needed === 0) return { papers: room.list.slice(0, takeFitting(room, room.allowed, 1, papers)), complete: true };
  let used = takeFitting(room, room.met, needed, papers);
  const complete = used > 0;
  const nearEnough = NEAR_SHARE * ranked.cosines.reduce((most, cosine) => Math.max(most, cosine), 0);
  let near = 0;
  let partial = 0;
  for (let place = 0; place < ranked.papers.length; place++) {
    const paper = ranked.papers[place] as number;
    const cosine = ranked.cosines[place] as number;
    const isNear = cosine > 0 && cosine >= nearEnough && near++ < MOST_NEAR;
    if (!isNear && (complete || room.scores[paper] === 0 || partial++ >= MOST_PARTIAL)) continue;
    if (room.taken[paper] === 1) continue;
    room.taken[paper] = 1;
    room.list[used++] = paper;
  }
  return { papers: room.list.slice(0, used), complete };
}

/** Takes the allowed papers that have this value in a column; returns how many. */
function takeFitting({ allowed, taken, list }: Room, column: Uint8Array, value: number, papers: number): number {
  let used = 0;
  for (let paper = 0; paper < papers; paper++) {
    if (column[paper] !== value || allowed[paper] === 0) continue;
    taken[paper] = 1;
    list[used++] = paper;
  }
  return used;
}

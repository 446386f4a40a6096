import type { PaperIds } from './paper-ids';

/** The `count` papers of the highest keys, in their order; of equals the one with the later id first. */
export function highestOf(papers: Uint32Array, keys: Float64Array, count: number, ids: PaperIds): Uint32Array {
  if (count <= 0 || papers.length === 0) return new Uint32Array(0);
  const edge = keys.slice().sort()[Math.max(0, keys.length - count)] as number;
  const top: { paper: number; key: number }[] = [];
  for (let at = 0; at < papers.length; at++) {
    const key = keys[at] as number;
    if (key >= edge) top.push({ paper: papers[at] as number, key });
  }
  top.sort((a, b) => b.key - a.key || (ids.at(a.paper) < ids.at(b.paper) ? 1 : -1));
  return Uint32Array.from(top.slice(0, count), ({ paper }) => paper);
}

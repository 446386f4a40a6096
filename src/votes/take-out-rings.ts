import { findRings, RING_WINDOW_DAYS } from './find-rings';
import type { RingStore } from './ring-store';

const DAY_MS = 86_400_000;

export type RingReport = { found: number; takenOut: number; judged: number };

/**
 * The nightly search: looks for rings, takes their votes out of the count in the open, and holds all votes against what
 * is known now. A second run finds the same and changes nothing.
 */
export async function takeOutRings({ rings }: { rings: RingStore }, { now }: { now: Date }): Promise<RingReport> {
  const judged = await rings.judgeAll();
  const evidence = await rings.evidence(new Date(now.getTime() - RING_WINDOW_DAYS * DAY_MS));
  const found = findRings(evidence, now);
  let takenOut = 0;
  for (const ring of found) takenOut += await rings.takeOut(ring, now);
  return { found: found.length, takenOut, judged };
}

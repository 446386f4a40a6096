import { eachOther } from './rings/each-other';
import type { Ring, RingEvidence } from './rings/evidence';
import { sameFewPapers } from './rings/same-few-papers';
import { tallyOf } from './rings/tally';
import { youngBursts } from './rings/young-burst';

/** Days of votes that the search looks back on. */
export const RING_WINDOW_DAYS = 60;

/**
 * Groups of accounts whose votes look arranged, by three rules that each say of themselves what they look for. Pure and
 * the same for the same evidence: what comes out can be checked by hand, which is the point of taking votes out in the open.
 */
export function findRings(evidence: RingEvidence, now: Date): Ring[] {
  const tally = tallyOf(evidence);
  return [...sameFewPapers(evidence, tally), ...eachOther(evidence, tally), ...youngBursts(evidence, tally, now)];
}

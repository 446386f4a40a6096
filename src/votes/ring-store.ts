import type { Ring, RingEvidence } from './rings/evidence';

/** What the nightly search needs of the database. Taking out and undoing are one transaction each, log included. */
export type RingStore = {
  /** Votes set since then, without those of people whom a moderator has cleared. */
  evidence(since: Date): Promise<RingEvidence>;
  /** Takes the ring's votes out of the count; how many were not out before. None leaves no trace. */
  takeOut(ring: Ring, now: Date): Promise<number>;
  /** Counts a ring's votes again and clears its people; marks the line of the log that took them out. */
  undo(undo: {
    ringId: number;
    actorId: string;
    reason: string;
    now: Date;
  }): Promise<'done' | 'no-ring' | 'undone-before'>;
  /** Holds every vote against what is known now; the number that had another reason. */
  judgeAll(): Promise<number>;
};

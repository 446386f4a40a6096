import type { PaperId } from '@/src/papers';
import type { Reason, VoteState } from './vote-state';

export type VoteKey = { userId: string; paperId: PaperId };

/** A vote as it stands after a deed, with the paper's counts. */
export type Ballot = {
  state: VoteState;
  /** Whether this deed changed anything. */
  changed: boolean;
  /** Counted upvotes of people here. */
  upvotes: number;
  /** Those, and the votes cast elsewhere: the number that pages show. */
  votes: number;
};

export type OwnVote = { paperId: string; reason: Reason | null; votes: number };

/** Who upvoted a paper: some by name, oldest vote first, and how many more (unnamed because hidden, or too many). */
export type Voters = { named: { handle: string; displayName: string }[]; more: number };

/**
 * What votes need of the database. Every write leaves `papers.upvotes` equal to the counted votes, in the same
 * transaction, and a write whose answer was lost is settled before the call returns.
 */
export type VoteStore = {
  set(vote: VoteKey & { at: Date }): Promise<Ballot | 'no-paper' | 'no-person' | 'withdrawn-paper'>;
  withdraw(vote: VoteKey & { at: Date }): Promise<Ballot | 'no-paper'>;
  /** This person's votes among the papers. */
  own(userId: string, paperIds: readonly PaperId[]): Promise<OwnVote[]>;
  voters(paperId: PaperId, limit: number): Promise<Voters>;
  /** Whether the person submitted the paper, or is its claimed author. */
  isOwnPaper(vote: VoteKey): Promise<boolean>;
  /** Holds votes against what is known now; the number that changed sides or reasons. */
  judge(scope: { userId?: string; paperId?: PaperId }): Promise<number>;
};

/** Takes one from a person's allowance; `retryAfter` in seconds. */
export type VoteLimit = (userId: string) => Promise<{ allowed: true } | { allowed: false; retryAfter: number }>;

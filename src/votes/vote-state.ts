/**
 * Why a vote is kept as a bookmark and not counted, the weightiest first: what a person is to the paper comes before
 * what he is suspected of.
 */
export const REASONS = ['own-submission', 'claimed-author', 'suspended', 'suspected-ring'] as const;
export type Reason = (typeof REASONS)[number];

/** One person's vote for one paper. */
export type VoteState = 'none' | 'counted' | Reason;

/** What is known of a person and a paper, apart from the vote itself. */
export type Facts = Record<Reason, boolean>;

/** The weightiest reason that holds; null when the vote counts. `lib/db/votes/judged-reason.ts` says the same in SQL. */
export const reasonOf = (facts: Facts): Reason | null => REASONS.find((reason) => facts[reason]) ?? null;

export const stateOf = (vote: { reason: Reason | null } | null | undefined): VoteState =>
  vote ? (vote.reason ?? 'counted') : 'none';

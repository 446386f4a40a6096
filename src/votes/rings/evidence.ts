export type RingVote = { userId: string; paperId: string; at: Date };

/** What the search for rings looks at: the votes of a stretch of days, and what is known of people and papers. */
export type RingEvidence = {
  /** One a person and paper, by when it was first set. */
  votes: readonly RingVote[];
  people: ReadonlyMap<string, { createdAt: Date }>;
  papers: ReadonlyMap<string, { authorKeys: readonly string[]; submittedBy: string | null }>;
};

export const RING_RULES = ['same-few-papers', 'each-other', 'young-burst'] as const;
export type RingRule = (typeof RING_RULES)[number];

/** A group of accounts whose votes look arranged, and the votes that make it look so. */
export type Ring = {
  rule: RingRule;
  people: string[];
  papers: string[];
  votes: { userId: string; paperId: string }[];
  /** Why, in a sentence with the figures; it goes into the public log. */
  sentence: string;
};

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

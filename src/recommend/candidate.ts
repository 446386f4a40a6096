import type { UtcDay } from '@/src/shared';

/** What is known of a paper on its first day, from its own record alone: no votes, no outside lists. */
export type Candidate = {
  /** As the source wrote it, with its TeX. */
  title: string;
  abstract: string;
  comment: string | undefined;
  /** Full names, in the paper's order. */
  authors: readonly string[];
  primaryCategory: string;
  categories: readonly string[];
};

/** A paper that people did or did not want, on the day that listed it. */
export type Example = { paper: Candidate; day: UtcDay; wanted: boolean };

/** A paper was wanted: from the day after, its authors are known for it. */
export type WantedEvent = { day: UtcDay; authors: readonly string[] };

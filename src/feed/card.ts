import type { Organization, PaperId, PaperVersion } from '@/src/papers';
import type { UtcDay } from '@/src/shared';

export type Author = { name: string; key: string };

/** A paper as a list shows it. `*Html` was sanitised when it was stored. */
export type Card = {
  id: PaperId;
  titleHtml: string;
  titleText: string;
  abstractHtml: string;
  /** Characters of the plain abstract, from which a page guesses whether it must be folded. */
  abstractLength: number;
  /** The first few, in the paper's order. */
  authors: Author[];
  authorCount: number;
  organization: Organization | null;
  publishedAt: Date;
  primaryCategory: string;
  votes: number;
  /** How many of the votes were cast at the Hub. */
  outsideVotes: number;
  comments: number;
  outsideComments: number;
  /** Whether the Hub has a page for it. */
  onHub: boolean;
  codeUrl: string | null;
  projectUrl: string | null;
  withdrawn: boolean;
  sample: boolean;
  /** Whether people picked it, on any day that the list covers. */
  picked: boolean;
  /** The member who brought it. */
  submittedBy: Submitter | null;
};

export type Submitter = { handle: string; displayName: string };

/** A day on which the feed showed a paper. */
export type Appearance = {
  day: UtcDay;
  announced: string | null;
  picked: boolean;
  pickedBy: string | null;
  /** Whether a member brought it that day. */
  submitted: boolean;
};

/** A paper as its own page shows it. */
export type Detail = Card & {
  source: string;
  /** Whether a moderator took it out of the lists. */
  hidden: boolean;
  abstractText: string;
  categories: string[];
  revisedAt: Date | null;
  /** Oldest first; empty where the source does not tell. */
  versions: PaperVersion[];
  latestVersion: number;
  doi: string | null;
  journalRef: string | null;
  commentHtml: string | null;
  license: string | null;
  changedAt: Date;
  /** Oldest first. */
  appearances: Appearance[];
};

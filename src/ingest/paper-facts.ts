import type { Organization, PaperId, PaperVersion } from '@/src/papers';
import type { UtcDay } from '@/src/shared';

/**
 * How much a kind of record knows of a paper. Where two records differ on the same version, the better informed one is
 * believed; the poorer one only fills gaps.
 */
export const KNOWLEDGE = {
  sample: 0,
  member: 1,
  hub: 1,
  'announcement-feed': 2,
  'papers-file': 3,
  'oai-dc': 4,
  'oai-arxiv': 5,
  'arxiv-api': 6,
  snapshot: 7,
  'oai-arxiv-raw': 8,
} as const;
export type RecordKind = keyof typeof KNOWLEDGE;

/** How exactly a record tells when version 1 was submitted; a more exact date replaces a vaguer one. */
export const PRECISION = { month: 0, announced: 1, day: 2, instant: 3 } as const;
export type Precision = keyof typeof PRECISION;

/** What another site's readers made of a paper. Counts only grow, so that records may arrive in any order. */
export type OutsideFacts = {
  upvotes: number;
  comments: number;
  summary?: string;
  keywords?: string[];
  githubStars?: number;
  discussionId?: string;
};

/**
 * What one record says of a paper. A field that is left out is not known to the record, and never erases what is stored.
 * Text holds TeX as the source sent it, with white space normalised.
 */
export type PaperFacts = {
  id: PaperId;
  kind: RecordKind;
  title: string;
  abstract: string;
  authors?: string[];
  primaryCategory?: string;
  categories?: string[];
  published?: { at: Date; precision: Precision };
  revisedAt?: Date;
  versions?: PaperVersion[];
  latestVersion?: number;
  /** The day as of which the record is true, where it says so. Of two equally good ones the older never overrules the newer. */
  asOf?: UtcDay;
  doi?: string;
  journalRef?: string;
  comment?: string;
  license?: string;
  codeUrl?: string;
  projectUrl?: string;
  organization?: Organization;
  withdrawn?: boolean;
  outside?: OutsideFacts;
};

export const ANNOUNCE_TYPES = ['new', 'cross', 'replace', 'replace-cross'] as const;
export type AnnounceType = (typeof ANNOUNCE_TYPES)[number];

/** Where a listing's day comes from, from least to most believed; the last two only pick. */
export const LISTING_SOURCES = ['schedule', 'sample', 'file', 'feed', 'hub', 'member'] as const;
export type ListingSource = (typeof LISTING_SOURCES)[number];

/** A paper's place on a day's list: announced there, picked there, or both. */
export type ListingFacts = {
  day: UtcDay;
  announced?: AnnounceType;
  picked?: { by?: string };
  /** The categories whose list held it; empty for a pick. */
  categories: string[];
  source: ListingSource;
};

import type { UtcDay } from '@/src/shared';

export const SEARCH_SORTS = ['relevance', 'votes', 'new'] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];

/** What a search asks of the index, filters apart from words. */
export type SearchRequest = {
  /** Plain words in the reader's order, without filters; may be empty. */
  text: string;
  /** Words that must stand next to each other, in title or abstract. */
  phrases: string[];
  /** Words and phrases that must not occur. */
  without: string[];
  /** Every one must be among the authors; a name or a part of one. */
  authors: string[];
  /** Any of these, primary or cross-listed. */
  categories: string[];
  /** The first published day that counts, and the first that no longer does. */
  after: UtcDay | null;
  before: UtcDay | null;
  hasCode: boolean;
  minVotes: number;
  sort: SearchSort;
  limit: number;
  offset: number;
};

import type { UtcDay } from '@/src/shared';
import type { SearchSort } from '../search-request';

/** What a reader typed, taken apart. Values are as typed apart from accents, blanks and the case of category codes. */
export type SearchQuery = {
  words: string[];
  phrases: string[];
  without: string[];
  authors: string[];
  /** Codes such as `cs.CL`, and archives such as `cs`, which stand for all of theirs. */
  categories: string[];
  after: UtcDay | null;
  before: UtcDay | null;
  hasCode: boolean;
  minVotes: number;
  /** Null where the reader asked for none: relevance with words, newest without. */
  sort: SearchSort | null;
};

/** A part of what was typed that could not be used, and a sentence that says what to do. */
export type QueryProblem = { typed: string; message: string };

export type ParsedQuery = { query: SearchQuery; problems: QueryProblem[] };

/** Characters that are read of a query. */
export const LONGEST_QUERY = 500;

/** How many parts of a kind a query may have. */
export const MOST = { words: 32, phrases: 8, without: 8, authors: 5, categories: 10 } as const;

export const EMPTY_QUERY: SearchQuery = {
  words: [],
  phrases: [],
  without: [],
  authors: [],
  categories: [],
  after: null,
  before: null,
  hasCode: false,
  minVotes: 0,
  sort: null,
};

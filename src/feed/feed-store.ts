import type { PaperId } from '@/src/papers';
import type { UtcDay } from '@/src/shared';
import type { Card, Detail } from './card';
import type { DayRange } from './day-range';
import type { Sort } from './list-options';

export type Slice = { limit: number; offset: number };
export type Filter = { show: 'all' | 'picks'; category: string | null };

/** How many of the shown papers are in a category. */
export type Topic = { category: string; count: number };
export type DayCount = { day: UtcDay; count: number };

/** A page of papers and what the whole list holds. `all` and `picks` heed the category, `topics` heeds picks. */
export type Listed = {
  cards: Card[];
  total: number;
  all: number;
  picks: number;
  topics: Topic[];
};

/** A page of a list that is only counted up to a limit. `name` is the author's as most papers spell it. */
export type Found = { cards: Card[]; total: number };

/**
 * What the feed reads. "Shown" means: announced as new or cross-listed in a category that the instance carries, or picked.
 * Every list puts withdrawn papers last and ends in the id.
 */
export interface FeedStore {
  /** Papers shown on any day of the range, each once. */
  listed(range: DayRange, query: Filter & Slice & { sort: Sort }): Promise<Listed>;
  /** Papers ever shown, by trending key. Totals stop at `cap`. */
  trending(query: Filter & Slice & { cap: number }): Promise<Found>;
  /** Newest published first. Totals stop at `cap`. */
  byAuthor(key: string, slice: Slice & { cap: number }): Promise<Found & { names: string[] }>;
  /** Newest published first. Totals stop at `cap`. */
  inCategory(code: string, slice: Slice & { cap: number }): Promise<Found>;
  /** What a person submitted, the last first. */
  submittedBy(userId: string, slice: Slice & { cap: number }): Promise<Found>;
  /** What a person upvoted, the last first; with `uncounted` also his bookmarks. */
  upvotedBy(userId: string, slice: Slice & { cap: number; uncounted: boolean }): Promise<Found>;
  paper(id: PaperId): Promise<Detail | null>;
  /** Cards in the order of the ids; papers that are not here are left out. */
  cards(ids: readonly PaperId[]): Promise<Card[]>;
  /** Days of the range that show papers, in order. */
  countByDay(range: DayRange): Promise<DayCount[]>;
  /** The last day before `day` that shows papers. */
  dayBefore(day: UtcDay): Promise<UtcDay | null>;
  /** The first day after `day` that shows papers. */
  dayAfter(day: UtcDay): Promise<UtcDay | null>;
}

import type { UtcDay } from './utc-day';

/** Names for what a rendered page depends on. A change announces its tags; caches drop the pages that carry them. */
export type CacheTag = string & { readonly __brand: 'CacheTag' };

/** Everything that lists papers across days: week, month, trending, author, category, the latest day, calendars. */
export const LISTS_TAG = 'lists' as CacheTag;
/** The ingest ledger as `/status` shows it. */
export const STATUS_TAG = 'status' as CacheTag;
/** The public log of moderation. */
export const MODERATION_TAG = 'moderation' as CacheTag;
/** What searching and the map of a day read of papers was computed in the background. */
export const SEARCH_TAG = 'search' as CacheTag;
/** Every page; for changes such as a new rendering of all papers. */
export const ALL_TAG = 'all' as CacheTag;

export const dayTag = (day: UtcDay): CacheTag => `day:${day}` as CacheTag;
export const paperTag = (id: string): CacheTag => `paper:${id}` as CacheTag;

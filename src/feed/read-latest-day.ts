import { addDays, type UtcDay, utcDayOf } from '@/src/shared';
import type { FeedStore } from './feed-store';

/** The latest day that shows papers, up to tomorrow; null while nothing is stored. */
export const readLatestDay = (store: FeedStore, { now }: { now: Date }): Promise<UtcDay | null> =>
  store.dayBefore(addDays(utcDayOf(now), 2));

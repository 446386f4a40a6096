import type { UtcDay } from '@/src/shared';
import { addDays } from '@/src/shared';
import type { DayCount, FeedStore } from './feed-store';
import { type Month, monthOf, monthRange } from './month';

/** A month's days that show papers, and the nearest other months that have any. */
export type Calendar = { month: Month; days: DayCount[]; previous: Month | null; next: Month | null };

/** Reads which days of a month show papers, and how many. */
export async function readCalendar(store: FeedStore, month: Month): Promise<Calendar> {
  const range = monthRange(month);
  const [days, before, after] = await Promise.all([
    store.countByDay(range),
    store.dayBefore(range.from),
    store.dayAfter(addDays(range.to, -1)),
  ]);
  return { month, days, previous: monthOrNull(before), next: monthOrNull(after) };
}

const monthOrNull = (day: UtcDay | null): Month | null => (day === null ? null : monthOf(day));

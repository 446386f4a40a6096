import type { Refusal, Result, UtcDay } from '@/src/shared';
import { addDays, ok, refuse, utcDayOf } from '@/src/shared';
import type { FeedStore, Listed } from './feed-store';
import { checkPage, type ListOptions, type NoSuchPage, PAGE_SIZE } from './list-options';
import { monthOf } from './month';
import { type Period, periodOf, rangeOf } from './period';
import { type Calendar, readCalendar } from './read-calendar';

/** Nothing was announced before arXiv opened, on 14 August 1991. */
const FIRST_DAY = '1991-08-14' as UtcDay;

export type PeriodPage = {
  period: Period;
  options: ListOptions;
  list: Listed;
  pages: number;
  /** The nearest days on either side that show papers; for a week or month, outside of it. */
  dayBefore: UtcDay | null;
  dayAfter: UtcDay | null;
  /** The nearest periods of the same kind that show papers. */
  previous: Period | null;
  next: Period | null;
  calendar: Calendar;
};

export type PeriodRefusal = Refusal<'too-early' | 'too-late'> | NoSuchPage;

/**
 * Reads what was shown in a day, week or month: 30 papers a page, the totals, the nearest periods that have papers and
 * the calendar. A period without papers is a page, not a refusal. Refuses periods that have not begun, those before
 * arXiv, and pages after the last.
 */
export async function readPeriod(
  store: FeedStore,
  { period, options, now }: { period: Period; options: ListOptions; now: Date },
): Promise<Result<PeriodPage, PeriodRefusal>> {
  const range = rangeOf(period);
  // A day begins up to 14 hours earlier east of Greenwich, and a list may be out by then.
  if (range.from > addDays(utcDayOf(now), 1)) return refuse('too-late', `That ${period.kind} has not come yet.`);
  if (range.to <= FIRST_DAY) return refuse('too-early', 'arXiv opened in August 1991; there is nothing older.');

  const [list, dayBefore, dayAfter, calendar] = await Promise.all([
    store.listed(range, { ...options, limit: PAGE_SIZE, offset: (options.page - 1) * PAGE_SIZE }),
    store.dayBefore(range.from),
    store.dayAfter(addDays(range.to, -1)),
    readCalendar(store, calendarMonth(period)),
  ]);
  const pages = checkPage(options.page, list.total);
  if (!pages.ok) return pages;
  return ok({
    period,
    options,
    list,
    pages: pages.value,
    dayBefore,
    dayAfter,
    previous: dayBefore === null ? null : periodOf(period.kind, dayBefore),
    next: dayAfter === null ? null : periodOf(period.kind, dayAfter),
    calendar,
  });
}

// A week belongs to the month of its Thursday, as it does to the year.
const calendarMonth = (period: Period) =>
  monthOf(period.kind === 'week' ? addDays(rangeOf(period).from, 3) : rangeOf(period).from);

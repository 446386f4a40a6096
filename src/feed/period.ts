import type { Result, UtcDay } from '@/src/shared';
import { addDays, dayPath, monthPath, ok, parseUtcDay, weekPath } from '@/src/shared';
import type { DayRange } from './day-range';
import { type IsoWeek, isoWeekOf, isoWeekRange, parseIsoWeek } from './iso-week';
import { type Month, monthOf, monthRange, parseMonth } from './month';

/** A stretch of days that has a page of its own. */
export type Period = { kind: 'day'; key: UtcDay } | { kind: 'week'; key: IsoWeek } | { kind: 'month'; key: Month };
export type PeriodKind = Period['kind'];

/** Parses a page's key: `2026-05-29`, `2026-W22` or `2026-05`. */
export function parsePeriod(kind: PeriodKind, text: string): Result<Period> {
  switch (kind) {
    case 'day': {
      const day = parseUtcDay(text);
      return day.ok ? ok({ kind, key: day.value }) : day;
    }
    case 'week': {
      const week = parseIsoWeek(text);
      return week.ok ? ok({ kind, key: week.value }) : week;
    }
    case 'month': {
      const month = parseMonth(text);
      return month.ok ? ok({ kind, key: month.value }) : month;
    }
  }
}

/** The period of a kind that holds a day. */
export function periodOf(kind: PeriodKind, day: UtcDay): Period {
  switch (kind) {
    case 'day':
      return { kind, key: day };
    case 'week':
      return { kind, key: isoWeekOf(day) };
    case 'month':
      return { kind, key: monthOf(day) };
  }
}

/** The days a period covers, half-open. */
export function rangeOf(period: Period): DayRange {
  switch (period.kind) {
    case 'day':
      return { from: period.key, to: addDays(period.key, 1) };
    case 'week':
      return isoWeekRange(period.key);
    case 'month':
      return monthRange(period.key);
  }
}

/** The period's page. */
export function periodPath(period: Period): string {
  switch (period.kind) {
    case 'day':
      return dayPath(period.key);
    case 'week':
      return weekPath(period.key);
    case 'month':
      return monthPath(period.key);
  }
}

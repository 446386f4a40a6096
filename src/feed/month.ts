import type { Result, UtcDay } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import type { DayRange } from './day-range';

/** A calendar month as `YYYY-MM`. */
export type Month = string & { readonly __brand: 'Month' };

export const monthOf = (day: UtcDay): Month => day.slice(0, 7) as Month;

/** The month `count` months later (earlier when negative). */
function addMonths(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
}

/** The first of the month up to, not including, the first of the next. */
export const monthRange = (month: Month): DayRange => ({
  from: `${month}-01` as UtcDay,
  to: `${addMonths(month, 1)}-01` as UtcDay,
});

/** Parses `YYYY-MM`. */
export function parseMonth(text: string): Result<Month> {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return ok(text as Month);
  return refuse('bad-month', 'Write the month as YYYY-MM, for example 2026-05.');
}

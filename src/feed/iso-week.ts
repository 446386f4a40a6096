import type { Result, UtcDay } from '@/src/shared';
import { addDays, isoWeekday, ok, refuse } from '@/src/shared';
import type { DayRange } from './day-range';

/** An ISO 8601 week as `YYYY-Www`; Monday is its first day, and its year is the one its Thursday falls in. */
export type IsoWeek = string & { readonly __brand: 'IsoWeek' };

/** The ISO week a day belongs to: 2027-01-01 is in 2026-W53. */
export function isoWeekOf(day: UtcDay): IsoWeek {
  const thursday = addDays(day, 4 - isoWeekday(day));
  const year = thursday.slice(0, 4);
  const dayOfYear = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000;
  return `${year}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}` as IsoWeek;
}

/** Monday up to, not including, the next Monday. */
export function isoWeekRange(week: IsoWeek): DayRange {
  // The 4th of January is in week 1 of its year, by definition.
  const fourth = `${week.slice(0, 4)}-01-04` as UtcDay;
  const from = addDays(fourth, 1 - isoWeekday(fourth) + (Number(week.slice(6)) - 1) * 7);
  return { from, to: addDays(from, 7) };
}

/** Parses `YYYY-Www`; refuses other shapes and a W53 in a year of 52 weeks. */
export function parseIsoWeek(text: string): Result<IsoWeek> {
  if (/^\d{4}-W\d{2}$/.test(text)) {
    const week = text as IsoWeek;
    if (week.slice(6) !== '00' && isoWeekOf(isoWeekRange(week).from) === week) return ok(week);
  }
  return refuse('bad-week', 'Write the week as YYYY-Www, for example 2026-W22.');
}

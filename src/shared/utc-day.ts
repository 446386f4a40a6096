import type { Result } from './result';
import { ok, refuse } from './result';

/** A calendar day as `YYYY-MM-DD`, without a zone. Compares and sorts as a string. */
export type UtcDay = string & { readonly __brand: 'UtcDay' };

const DAY_MS = 86_400_000;

const startOf = (day: UtcDay): number => Date.parse(`${day}T00:00:00Z`);

/** The UTC calendar day of an instant. */
export const utcDayOf = (instant: Date): UtcDay => instant.toISOString().slice(0, 10) as UtcDay;

/** Parses `YYYY-MM-DD`; refuses other shapes and days that no calendar has, such as 2026-02-30. */
export function parseUtcDay(text: string): Result<UtcDay> {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const at = new Date(`${text}T00:00:00Z`);
    if (!Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text) return ok(text as UtcDay);
  }
  return refuse('bad-day', 'Write the day as YYYY-MM-DD, for example 2026-05-29.');
}

/** The day `count` days later (earlier when negative). */
export const addDays = (day: UtcDay, count: number): UtcDay => utcDayOf(new Date(startOf(day) + count * DAY_MS));

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: UtcDay, to: UtcDay): number => Math.round((startOf(to) - startOf(from)) / DAY_MS);

/** 1 (Monday) to 7 (Sunday), as ISO 8601 counts. */
export const isoWeekday = (day: UtcDay): number => new Date(startOf(day)).getUTCDay() || 7;

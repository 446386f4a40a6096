import type { UtcDay } from '@/src/shared';

const DAY_MS = 86_400_000;

/** The number of a day, counted from 1970-01-01. */
export const dayNumber = (day: UtcDay): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS);

/** The month of a day's number, as `YYYY-MM`. */
export const monthOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 7);

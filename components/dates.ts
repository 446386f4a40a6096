import type { UtcDay } from '@/src/shared';

type Form = 'short' | 'long' | 'brief' | 'weekday';

// English in day-month order, always in UTC: a UtcDay is a label, not an instant.
const formats = {
  short: { day: 'numeric', month: 'short' },
  long: { day: 'numeric', month: 'long' },
  brief: { weekday: 'short', day: 'numeric', month: 'short' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
} as const;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  formatters.set(key, known);
  return known;
}

const instant = (day: UtcDay): Date => new Date(`${day}T00:00:00Z`);

/** A day in words: `28 May`, `Thursday 28 May`; with the year when it is not the one of `today`, or without a today. */
export function dayInWords(day: UtcDay, { today, form }: { today?: UtcDay; form: Form }): string {
  const year = day.slice(0, 4) === today?.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return formatter({ ...formats[form], ...year }).format(instant(day));
}

/** A month in words: `May`, or `May 2025` when it is not in the year of `today`. */
export function monthInWords(
  month: string,
  { today, year = 'other' }: { today: UtcDay; year?: 'other' | 'always' },
): string {
  const withYear = year === 'always' || month.slice(0, 4) !== today.slice(0, 4);
  return formatter(withYear ? { month: 'long', year: 'numeric' } : { month: 'long' }).format(
    instant(`${month}-01` as UtcDay),
  );
}

/** An instant to the minute, in UTC: `23 Nov 2026, 09:30 UTC`. */
export const instantInWords = (at: Date): string =>
  `${formatter({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(at)} UTC`;

const numbers = new Intl.NumberFormat('en');

/** A count with its noun: `1 paper`, `1,827 papers`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${numbers.format(count)} ${count === 1 ? noun : plural}`;

export const number = (count: number): string => numbers.format(count);

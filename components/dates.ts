import { isoWeekday, type UtcDay, utcDayOf } from '@/src/shared';

type Form = 'short' | 'long' | 'brief' | 'weekday';

// Written out: Intl's English forms differ between the ICUs of Node versions ("Sep", "Sept", commas).
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const monthName = (text: string): string => MONTHS[Number(text.slice(5, 7)) - 1] ?? '';
const weekdayName = (day: UtcDay): string => WEEKDAYS[isoWeekday(day) - 1] ?? '';

/** A day in words: `28 May`, `Thursday 28 May`; with the year when it is not the one of `today`, or without a today. */
export function dayInWords(day: UtcDay, { today, form }: { today?: UtcDay; form: Form }): string {
  const cut = form === 'short' || form === 'brief' ? 3 : undefined;
  const weekday = form === 'brief' || form === 'weekday' ? [weekdayName(day).slice(0, cut)] : [];
  const year = day.slice(0, 4) === today?.slice(0, 4) ? [] : [day.slice(0, 4)];
  return [...weekday, Number(day.slice(8)), monthName(day).slice(0, cut), ...year].join(' ');
}

/** A month in words: `May`, or `May 2025` when it is not in the year of `today`. */
export function monthInWords(
  month: string,
  { today, year = 'other' }: { today: UtcDay; year?: 'other' | 'always' },
): string {
  const withYear = year === 'always' || month.slice(0, 4) !== today.slice(0, 4);
  return withYear ? `${monthName(month)} ${month.slice(0, 4)}` : monthName(month);
}

/** An instant to the minute, in UTC: `23 Nov 2026, 09:30 UTC`. */
export const instantInWords = (at: Date): string =>
  `${dayInWords(utcDayOf(at), { form: 'short' })}, ${at.toISOString().slice(11, 16)} UTC`;

const numbers = new Intl.NumberFormat('en');

/** A count with its noun: `1 paper`, `1,827 papers`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${numbers.format(count)} ${count === 1 ? noun : plural}`;

export const number = (count: number): string => numbers.format(count);

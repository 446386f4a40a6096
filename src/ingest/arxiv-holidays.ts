import { addDays, isoWeekday, type UtcDay } from '@/src/shared';

const nthWeekday = (year: number, month: number, weekday: number, nth: number): UtcDay => {
  const first = `${year}-${String(month).padStart(2, '0')}-01` as UtcDay;
  return addDays(first, ((weekday - isoWeekday(first) + 7) % 7) + 7 * (nth - 1));
};

const lastMondayOfMay = (year: number): UtcDay => {
  const last = `${year}-05-31` as UtcDay;
  return addDays(last, 1 - isoWeekday(last));
};

const fixed = (year: number): UtcDay[] =>
  ['01-01', '06-19', '07-04', '12-24', '12-25', '12-31'].map((date) => `${year}-${date}` as UtcDay);

/**
 * Whether arXiv may well announce nothing for this listing day: it sends no mailing on the evening of the public holidays
 * of its staff, so the listing of the following weekday is missing. A hint that softens a warning, nothing more.
 */
export function followsHoliday(listingDay: UtcDay): boolean {
  const year = Number(listingDay.slice(0, 4));
  const holidays = new Set<UtcDay>([
    ...fixed(year),
    ...fixed(year - 1),
    nthWeekday(year, 1, 1, 3), // Martin Luther King Jr. Day
    lastMondayOfMay(year), // Memorial Day
    nthWeekday(year, 9, 1, 1), // Labor Day
    nthWeekday(year, 11, 4, 4), // Thanksgiving
    addDays(nthWeekday(year, 11, 4, 4), 1),
  ]);
  const before = addDays(listingDay, -1);
  // A Monday's listing is mailed on Sunday and holds what Friday's deadline closed.
  const mailed = isoWeekday(listingDay) === 1 ? [before, addDays(listingDay, -3)] : [before];
  return holidays.has(listingDay) || mailed.some((day) => holidays.has(day));
}

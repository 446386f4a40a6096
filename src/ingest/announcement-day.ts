import { addDays, isoWeekday, type UtcDay, utcDayOf } from '@/src/shared';

// arXiv's clock. Submissions close at 14:00 from Monday to Friday and are announced at 20:00 the same day, Friday's on
// Sunday (https://info.arxiv.org/help/availability.html). The listing carries the date of the following morning: of
// 21,687 papers with a submission time and a listing day on record, 96 % stand on exactly that day, the others later
// (held for moderation) and none earlier.
const ZONE = 'America/New_York';
const DEADLINE_HOUR = 14;
const SATURDAY = 6;

const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** The date and time of day on arXiv's clock. */
export function arxivClock(instant: Date): { day: UtcDay; hour: number; minute: number } {
  const local = new Date(Math.floor(instant.getTime() / MINUTE_MS) * MINUTE_MS + offsetAt(instant));
  return { day: utcDayOf(local), hour: local.getUTCHours(), minute: local.getUTCMinutes() };
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MOST_DAYS = 20_000;
const offsets = new Map<number, number>();

// Asking the calendar is slow, and imports ask for every paper. The offset at both ends of a day is that of the whole
// day, since no day changes the clock twice; on the two days a year that do change it, the calendar is asked each time.
function offsetAt(instant: Date): number {
  const day = Math.floor(instant.getTime() / DAY_MS);
  const known = offsets.get(day) ?? askedOffset(day * DAY_MS);
  const next = offsets.get(day + 1) ?? askedOffset((day + 1) * DAY_MS);
  if (offsets.size > MOST_DAYS) offsets.clear();
  offsets.set(day, known).set(day + 1, next);
  return known === next ? known : askedOffset(instant.getTime());
}

/** How far arXiv's clock is ahead of UTC at a time, in milliseconds; negative, as New York lies in the west. */
function askedOffset(time: number): number {
  const whole = Math.floor(time / MINUTE_MS) * MINUTE_MS;
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of clock.formatToParts(whole)) parts[type] = value;
  const { year, month, day, hour, minute } = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`) - whole;
}

const onWeekday = (day: UtcDay): UtcDay => {
  const weekday = isoWeekday(day);
  return weekday < SATURDAY ? day : addDays(day, 8 - weekday);
};

/** The day, on arXiv's clock, whose 14:00 deadline a submission of that instant still meets: Monday to Friday. */
export function deadlineDay(submittedAt: Date): UtcDay {
  const { day, hour } = arxivClock(submittedAt);
  return onWeekday(hour >= DEADLINE_HOUR ? addDays(day, 1) : day);
}

/**
 * The day under which arXiv lists a paper submitted at that instant, by its schedule alone: the weekday after the
 * deadline that it met. Holidays and moderation may make it later, which only the announcement feed knows.
 */
export const announcementDay = (submittedAt: Date): UtcDay => onWeekday(addDays(deadlineDay(submittedAt), 1));

/** The latest listing day whose announcement (20:00 the evening before) is due at that instant. */
export function latestListingDay(now: Date): UtcDay {
  const { day, hour } = arxivClock(now);
  let listed = hour >= 20 ? addDays(day, 1) : day;
  while (isoWeekday(listed) >= SATURDAY) listed = addDays(listed, -1);
  return listed;
}

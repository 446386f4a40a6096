import { addDays, isoWeekday, type UtcDay } from '@/src/shared';

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
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of clock.formatToParts(instant)) parts[type] = value;
  return {
    day: `${parts.year}-${parts.month}-${parts.day}` as UtcDay,
    hour: Number(parts.hour),
    minute: Number(parts.minute),
  };
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

import type { UtcDay } from '@/src/shared';
import { addDays, isoWeekday, utcDayOf } from '@/src/shared';
import type { Preferences } from './preferences';
import { firstInstantOf } from './wall-clock';

export type Schedule = Pick<Preferences, 'cadence' | 'weekday' | 'hour' | 'zone'>;

// A week, and two days on either side, as some zones are a day away from UTC.
const LONGEST_WAIT_DAYS = 11;

const SATURDAY = 6;

function isDay({ cadence, weekday }: Schedule, day: UtcDay): boolean {
  if (cadence === 'daily') return true;
  return cadence === 'weekly' ? isoWeekday(day) === weekday : isoWeekday(day) < SATURDAY;
}

/**
 * The first instant after `after` at which the clocks of the reader's zone reach his hour on one of his days. An hour that
 * the clocks go through twice counts once, the first time; one that they leave out counts when they are put forward.
 */
export function nextDue(schedule: Schedule, after: Date): Date {
  const { zone, hour } = schedule;
  let day = addDays(utcDayOf(after), -2);
  for (let tried = 0; tried <= LONGEST_WAIT_DAYS; tried += 1, day = addDays(day, 1)) {
    if (!isDay(schedule, day)) continue;
    const due = firstInstantOf(zone, day, hour);
    if (due.getTime() > after.getTime()) return due;
  }
  throw new Error(`No day of a ${schedule.cadence} schedule was found in ${zone}.`);
}

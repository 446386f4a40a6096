import { dayInWords, WEEKDAYS } from '@/components/dates';
import type { UtcDay } from '@/src/shared';
import type { Preferences } from '@/src/subscriptions';

export const CADENCE_LABELS: readonly [Preferences['cadence'], string][] = [
  ['weekdays', 'Monday to Friday'],
  ['daily', 'Every day'],
  ['weekly', 'Once a week'],
];

export const hourLabel = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** When a subscriber gets mail, in words. */
export function scheduleInWords({ cadence, weekday, hour, zone }: Preferences): string {
  const days =
    cadence === 'weekly' ? `On ${WEEKDAYS[weekday - 1]}s` : cadence === 'daily' ? 'Every day' : 'From Monday to Friday';
  return `${days} at ${hourLabel(hour)}, ${zone.replaceAll('_', ' ')} time`;
}

/** The day that an instant falls on in a zone, in words and without the year, for it is never far. */
export function localDayInWords(at: Date, zone: string): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at) as UtcDay;
  return dayInWords(day, { today: day, form: 'weekday' });
}

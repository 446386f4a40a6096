import { WEEKDAYS } from '@/components/dates';
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

import type { UtcDay } from '@/src/shared';
import { dayInWords } from './dates';

type Props = { day: UtcDay; today: UtcDay; form?: 'short' | 'long' | 'brief' | 'weekday' };

/** A day in words that a machine can read too. */
export const Day = ({ day, today, form = 'short' }: Props) => (
  <time dateTime={day}>{dayInWords(day, { today, form })}</time>
);

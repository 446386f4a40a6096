import { type UtcDay, utcDayOf } from '@/src/shared';
import { dayInWords, instantInWords } from '../dates';

type Props = { at: Date; today: UtcDay };

/** When something was said, to the minute, in UTC. */
export const CommentTime = ({ at, today }: Props) => (
  <time dateTime={at.toISOString()} title={instantInWords(at)}>
    {dayInWords(utcDayOf(at), { today, form: 'short' })}, {at.toISOString().slice(11, 16)}
  </time>
);

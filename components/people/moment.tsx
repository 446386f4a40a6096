import { utcDayOf } from '@/src/shared';
import { Day } from '../day';

/** The day of an instant. */
export const Moment = ({ at, now }: { at: Date; now: Date }) => <Day day={utcDayOf(at)} today={utcDayOf(now)} />;

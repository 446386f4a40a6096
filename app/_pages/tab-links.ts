import type { TabLinks } from '@/components/frame/masthead';
import { type PeriodPage, periodOf, periodPath, rangeOf } from '@/src/feed';

/** From a day to its week and month; from a week or month to its latest day that has papers. */
export function tabLinksOf({ period, calendar }: PeriodPage): TabLinks {
  const { from, to } = rangeOf(period);
  const day = calendar.days.findLast((entry) => from <= entry.day && entry.day < to)?.day ?? from;
  return {
    day: periodPath(periodOf('day', day)),
    week: periodPath(periodOf('week', day)),
    month: periodPath(periodOf('month', day)),
  };
}

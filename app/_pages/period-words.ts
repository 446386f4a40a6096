import { dayInWords, monthInWords } from '@/components/dates';
import { type Period, rangeOf } from '@/src/feed';
import { addDays, type UtcDay } from '@/src/shared';

type Words = {
  /** As a heading: `Thursday 28 May`, `Week 22`, `May 2025`. */
  title: string;
  /** Within a sentence: `on Thursday 28 May`, `in week 22`, `in May 2025`. */
  when: string;
  /** On a link: `Thursday 28 May`, `Week 22, 25–31 May`. */
  label: string;
  /** Where room is short: `28 May`, `Week 22`, `May`. */
  short: string;
  /** The first and the last day of a week. */
  span?: string;
};

/** What a period is called. The year is left out in the year of `today`. */
export function periodInWords(period: Period, today: UtcDay): Words {
  switch (period.kind) {
    case 'day': {
      const title = dayInWords(period.key, { today, form: 'weekday' });
      return { title, when: `on ${title}`, label: title, short: dayInWords(period.key, { today, form: 'short' }) };
    }
    case 'week': {
      const title = weekTitle(period.key, today);
      const range = rangeOf(period);
      const span = `${dayInWords(range.from, { today, form: 'short' })} – ${dayInWords(addDays(range.to, -1), { today, form: 'short' })}`;
      return { title, when: `in ${title.toLowerCase()}`, label: `${title}, ${span}`, short: title, span };
    }
    case 'month': {
      const title = monthInWords(period.key, { today });
      return { title, when: `in ${title}`, label: title, short: title };
    }
  }
}

function weekTitle(week: string, today: UtcDay): string {
  const year = week.slice(0, 4);
  return `Week ${Number(week.slice(6))}${year === today.slice(0, 4) ? '' : ` of ${year}`}`;
}

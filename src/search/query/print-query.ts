import type { UtcDay } from '@/src/shared';
import type { SearchQuery } from './search-query';

const quoted = (value: string): string => (/^[^\s:"-][^\s:"]*$/.test(value) ? value : `"${value}"`);

/** A day as short as it can be said: `2024` for its first day, `2024-05` for the first of May. */
const shortDay = (day: UtcDay): string => day.replace(/-01$/, '').replace(/^(\d{4})-01$/, '$1');

/** A query as a reader would type it; parsing that gives the query again. One query has one text. */
export const printQuery = (query: SearchQuery): string =>
  [
    ...query.words,
    ...query.phrases.map((phrase) => `"${phrase}"`),
    ...query.without.map((value) => `-${quoted(value)}`),
    ...query.authors.map((name) => `author:${quoted(name)}`),
    ...query.categories.map((code) => `cat:${code}`),
    ...(query.after === null ? [] : [`after:${shortDay(query.after)}`]),
    ...(query.before === null ? [] : [`before:${shortDay(query.before)}`]),
    ...(query.hasCode ? ['has:code'] : []),
    ...(query.minVotes > 0 ? [`min:${query.minVotes}`] : []),
    ...(query.sort === null ? [] : [`sort:${query.sort}`]),
  ].join(' ');

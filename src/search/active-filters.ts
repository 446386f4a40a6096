import { categoryName } from '@/src/shared';
import type { SearchQuery } from './query/search-query';

/** A filter in force, in words, and the query without it. */
export type ActiveFilter = { label: string; without: SearchQuery };

/** The filters of a query, each of which can be taken away. Words, phrases and the order are none. */
export function activeFilters(query: SearchQuery): ActiveFilter[] {
  const { after, before, minVotes } = query;
  return [
    ...query.authors.map((name) => ({
      label: `by ${name}`,
      without: { ...query, authors: query.authors.filter((other) => other !== name) },
    })),
    ...query.categories.map((code) => ({
      label: categoryName(code),
      without: { ...query, categories: query.categories.filter((other) => other !== code) },
    })),
    ...(after === null && before === null
      ? []
      : [{ label: rangeInWords(after, before), without: { ...query, after: null, before: null } }]),
    ...(query.hasCode ? [{ label: 'with code', without: { ...query, hasCode: false } }] : []),
    ...(minVotes > 0 ? [{ label: `${minVotes} votes or more`, without: { ...query, minVotes: 0 } }] : []),
  ];
}

function rangeInWords(after: string | null, before: string | null): string {
  if (after === null) return `before ${before}`;
  if (before === null) return `since ${after}`;
  const [year, month] = [after.slice(0, 4), after.slice(0, 7)];
  if (after === `${year}-01-01` && before === `${Number(year) + 1}-01-01`) return `in ${year}`;
  const next = Number(after.slice(5, 7)) % 12;
  const wholeMonth = after === `${month}-01` && before.endsWith('-01') && Number(before.slice(5, 7)) === next + 1;
  const isOneMonth = wholeMonth && Number(before.slice(0, 4)) - Number(year) === (next === 0 ? 1 : 0);
  return isOneMonth ? `in ${month}` : `from ${after} until ${before}`;
}

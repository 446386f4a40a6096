import type { UtcDay } from '@/src/shared';
import type { SearchQuery } from './query/search-query';
import type { SearchAnswer } from './search-store';

/** A stretch of time with how many matches it has. `chosen`: the search is narrowed to exactly it. */
export type TimeBar = { key: string; count: number; after: UtcDay; before: UtcDay; chosen: boolean };

/** A year with its twelve months' matches. */
export type YearBar = TimeBar & { months: number[] };

/** Matches by year, newest first, and by month of one year. */
export type TimeFacet = { years: YearBar[]; months: TimeBar[]; monthsOf: string | null };

const firstOf = (month: string): UtcDay => `${month}-01` as UtcDay;

function nextMonth(month: string): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

const bar = (key: string, range: { after: UtcDay; before: UtcDay; count: number }, query: SearchQuery): TimeBar => ({
  key,
  ...range,
  chosen: query.after === range.after && query.before === range.before,
});

/**
 * The matches over time, as filters. Months are those of the year that the search is narrowed to, else of the latest that has
 * matches; all twelve, so that gaps are seen.
 */
export function timeFacet(months: SearchAnswer['facets']['months'], query: SearchQuery): TimeFacet {
  const counts = new Map(months.map(({ month, count }) => [month, count]));
  const byYear = new Map<string, number>();
  for (const { month, count } of months) byYear.set(month.slice(0, 4), (byYear.get(month.slice(0, 4)) ?? 0) + count);
  const years = [...byYear]
    .map(([year, count]) => {
      const range = {
        after: firstOf(`${year}-01`),
        before: firstOf(`${String(Number(year) + 1).padStart(4, '0')}-01`),
      };
      const ofYear = Array.from(
        { length: 12 },
        (_, at) => counts.get(`${year}-${String(at + 1).padStart(2, '0')}`) ?? 0,
      );
      return { ...bar(year, { ...range, count }, query), months: ofYear };
    })
    .sort((a, b) => (a.key < b.key ? 1 : -1));
  const monthsOf = years[0]?.key ?? null;
  if (monthsOf === null) return { years, months: [], monthsOf };
  const ofYear = Array.from({ length: 12 }, (_, at) => `${monthsOf}-${String(at + 1).padStart(2, '0')}`);
  return {
    years,
    monthsOf,
    months: ofYear.map((month) =>
      bar(month, { after: firstOf(month), before: firstOf(nextMonth(month)), count: counts.get(month) ?? 0 }, query),
    ),
  };
}

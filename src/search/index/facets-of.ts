import type { SearchAnswer } from '../search-store';
import { monthOf } from './day-number';
import { FLAGS } from './paper-columns';
import type { SearchIndex } from './search-index';

const MOST_CATEGORIES = 40;
const DAYS = 65_536;

/** What matches hold, counted by month, category and code. */
export function facetsOf({ columns }: SearchIndex, matches: Uint32Array): SearchAnswer['facets'] {
  const days = new Uint32Array(DAYS);
  const groups = new Uint32Array(columns.groups.length);
  let withCode = 0;
  for (let at = 0; at < matches.length; at++) {
    const paper = matches[at] as number;
    const day = columns.day[paper] as number;
    days[day] = (days[day] as number) + 1;
    const group = columns.group[paper] as number;
    groups[group] = (groups[group] as number) + 1;
    if (((columns.flags[paper] as number) & FLAGS.code) !== 0) withCode++;
  }
  const months = new Map<string, number>();
  for (let day = 0; day < DAYS; day++) if (days[day] !== 0) add(months, monthOf(day), days[day] as number);
  const categories = new Map<string, number>();
  for (const [group, count] of groups.entries())
    if (count > 0) for (const code of columns.groups[group] ?? []) add(categories, code, count);
  return {
    months: [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, count]) => ({ month, count })),
    categories: [...categories]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, MOST_CATEGORIES)
      .map(([code, count]) => ({ code, count })),
    withCode,
  };
}

const add = (counts: Map<string, number>, key: string, count: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + count);
};

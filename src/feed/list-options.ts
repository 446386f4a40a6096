import type { Refusal, Result } from '@/src/shared';
import { isCategoryCode, ok, refuse } from '@/src/shared';

export const SORTS = ['votes', 'newest', 'discussed'] as const;
export type Sort = (typeof SORTS)[number];

/** Papers a page of a list holds. */
export const PAGE_SIZE = 30;
/** Lists without an end of their own stop here: nobody reads on, and an offset costs what it skips. */
export const LONGEST_LIST = 1_200;

/** What a reader asked of a list. Votes, all papers and the first page are the defaults. */
export type ListOptions = { show: 'all' | 'picks'; category: string | null; sort: Sort; page: number };

export const DEFAULT_OPTIONS: ListOptions = { show: 'all', category: null, sort: 'votes', page: 1 };

/** The query parameters that change a list; any other is ignored, so a cache may drop it from its key. */
export const LIST_PARAMETERS = ['show', 'category', 'sort', 'page'] as const;

export type QueryParameters = Record<string, string | string[] | undefined>;
export type BadQuery = Refusal<'bad-query'>;

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);
const bad = (message: string) => refuse('bad-query', message);

/** Reads `?show=picks&category=cs.CL&sort=newest&page=2`. A parameter that is there must make sense; an empty one counts as absent. */
export function parseListOptions(query: QueryParameters): Result<ListOptions, BadQuery> {
  const show = one(query['show']) || 'all';
  if (show !== 'all' && show !== 'picks') return bad('A list shows “all” papers or “picks”.');

  const category = one(query['category']) || null;
  if (category !== null && !isCategoryCode(category)) return bad('That is not a category code; one looks like cs.CL.');

  const asked = one(query['sort']) || DEFAULT_OPTIONS.sort;
  const sort = SORTS.find((name) => name === asked);
  if (sort === undefined) return bad('A list sorts by “votes”, “newest” or “discussed”.');

  const page = one(query['page']) || '1';
  if (!/^[1-9]\d{0,3}$/.test(page)) return bad('Pages count from 1.');
  return ok({ show, category, sort, page: Number(page) });
}

/** The shortest query string that asks for these options, with its `?`; empty for the defaults. */
export function listQuery(options: Partial<ListOptions>): string {
  const wanted = new URLSearchParams();
  for (const name of LIST_PARAMETERS) {
    const value = options[name] ?? null;
    if (value !== null && value !== DEFAULT_OPTIONS[name]) wanted.set(name, String(value));
  }
  const text = wanted.toString();
  return text === '' ? '' : `?${text}`;
}

export type NoSuchPage = Refusal<'no-such-page'>;

/** How many pages a list of `total` papers has; an empty list has one. */
const pageCount = (total: number): number => Math.max(1, Math.ceil(total / PAGE_SIZE));

/** Refuses a page after the last one. */
export function checkPage(page: number, total: number): Result<number, NoSuchPage> {
  const last = pageCount(total);
  if (page <= last) return ok(last);
  return refuse('no-such-page', last === 1 ? 'This list has only one page.' : `This list ends at page ${last}.`);
}

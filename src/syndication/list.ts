import { z } from 'zod';
import { type Period, parsePeriod, periodPath } from '@/src/feed';
import { isBlank, parseQuery, searchPath } from '@/src/search';
import type { Result } from '@/src/shared';
import {
  authorPath,
  categoryName,
  categoryPath,
  isCategoryCode,
  ok,
  personPath,
  refuse,
  TRENDING_PATH,
} from '@/src/shared';
import type { FeedEntry } from './feed';

/** A list that has a page, and so a feed. */
export type SyndicatedList =
  | { kind: 'latest' | 'trending' }
  | { kind: 'period'; period: Period }
  | { kind: 'category'; code: string }
  | { kind: 'author'; key: string }
  | { kind: 'person'; handle: string; of: PersonListName }
  | { kind: 'search'; text: string };

const PERSON_LISTS = ['submitted', 'upvoted', 'saved'] as const;
/** What a person's page shows in lists. */
export type PersonListName = (typeof PERSON_LISTS)[number];

export type FeedFilter = { category: string | undefined; minVotes: number; words: string[]; without: string[] };

const LONGEST = 300;

const FILTERS = z.object({
  q: z.string().max(LONGEST, `has at most ${LONGEST} characters`).optional(),
  exclude: z.string().max(LONGEST, `has at most ${LONGEST} characters`).optional(),
  category: z.string().refine(isCategoryCode, 'is an arXiv category such as cs.CL').optional(),
  min_upvotes: z
    .string()
    .regex(/^\d{1,6}$/, 'is a whole number')
    .transform(Number)
    .optional(),
});

/** What feeds read of a query, in one order; of a parameter given twice the first counts, and an empty one says nothing. */
export const feedQuery = (query: URLSearchParams): URLSearchParams =>
  new URLSearchParams(
    Object.keys(FILTERS.shape).flatMap((name) => {
      const value = query.get(name);
      return value ? [[name, value]] : [];
    }),
  );

const wordsOf = (text: string | undefined): string[] =>
  (text ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);

type Asked = { list: SyndicatedList; filter: FeedFilter };

/** Reads the path and the query of a page as a list and what is left out of it. Refuses pages that are no lists, with a sentence. */
export function readList(path: readonly string[], query: URLSearchParams): Result<Asked> {
  const read = FILTERS.safeParse(Object.fromEntries(feedQuery(query)));
  if (!read.success) {
    const [issue] = read.error.issues;
    return refuse('bad-parameter', `${issue?.path.join('.')} ${issue?.message}.`);
  }
  const { q, exclude, category, min_upvotes: minVotes = 0 } = read.data;
  const list = listOf(path, q);
  if (!list)
    return refuse(
      'no-such-list',
      'There is no such list. Lists are days, weeks, months, /papers, /papers/trending, categories, authors, what a person upvoted, and searches.',
    );
  const words = list.kind === 'search' ? [] : wordsOf(q);
  return ok({ list, filter: { category, minVotes, words, without: wordsOf(exclude) } });
}

function listOf(path: readonly string[], q: string | undefined): SyndicatedList | undefined {
  const [first, second, third] = path;
  if (first === 'papers' && second === undefined) {
    if (q === undefined) return { kind: 'latest' };
    return isBlank(parseQuery(q).query) ? undefined : { kind: 'search', text: q };
  }
  if (first === 'papers' && second === 'trending' && third === undefined) return { kind: 'trending' };
  if (path.length === 2 && first === 'categories' && second !== undefined && isCategoryCode(second))
    return { kind: 'category', code: second };
  if (path.length === 2 && first === 'authors' && second !== undefined && second.length <= 200)
    return { kind: 'author', key: second };
  const of = PERSON_LISTS.find((name) => name === third);
  if (path.length === 3 && first === 'people' && second !== undefined && of !== undefined)
    return /^[a-z0-9-]{3,30}$/.test(second) ? { kind: 'person', handle: second, of } : undefined;
  const kind = ({ date: 'day', week: 'week', month: 'month' } as const)[second ?? ''];
  if (first !== 'papers' || kind === undefined || third === undefined || path.length !== 3) return undefined;
  const period = parsePeriod(kind, third);
  return period.ok ? { kind: 'period', period: period.value } : undefined;
}

/** The path of a list's page. */
export function pageOf(list: SyndicatedList): string {
  switch (list.kind) {
    case 'latest':
      return '/papers';
    case 'trending':
      return TRENDING_PATH;
    case 'period':
      return periodPath(list.period);
    case 'category':
      return categoryPath(list.code);
    case 'author':
      return authorPath(list.key);
    case 'person':
      return `${personPath(list.handle)}?list=${list.of}`;
    case 'search':
      return searchPath(parseQuery(list.text).query);
  }
}

/** What a feed reader calls the list, beside the site's name. */
export function titleOf(list: SyndicatedList, name?: string): string {
  switch (list.kind) {
    case 'latest':
      return 'new papers';
    case 'trending':
      return 'trending papers';
    case 'period':
      return `papers of ${list.period.key}`;
    case 'category':
      return categoryName(list.code);
    case 'author':
      return `papers by ${name ?? list.key}`;
    case 'person':
      return `papers ${list.of} by ${name ?? list.handle}`;
    case 'search':
      return `papers for “${list.text}”`;
  }
}

type Passing = Pick<FeedEntry, 'categories' | 'votes' | 'title' | 'text'>;

/** Whether an entry passes: in the category, with enough upvotes, with all of the words and none of the others. */
export function passes({ category, minVotes, words, without }: FeedFilter, entry: Passing): boolean {
  if (category !== undefined && !entry.categories.includes(category)) return false;
  if (entry.votes < minVotes) return false;
  const text = `${entry.title} ${entry.text}`.toLowerCase();
  return words.every((word) => text.includes(word)) && !without.some((word) => text.includes(word));
}

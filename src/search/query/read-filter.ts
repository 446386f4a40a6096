import { categoryName, parseUtcDay } from '@/src/shared';
import { SEARCH_SORTS } from '../search-request';
import { categoryByCode, nearCategory } from './categories';
import { isOneLetterAway } from './near-word';
import type { SearchQuery } from './search-query';

/** What a filter says: a change of the query, or why it says nothing. */
export type FilterReading = { change: Partial<SearchQuery> } | { problem: string };

export const FILTERS = ['author', 'cat', 'after', 'before', 'has', 'min', 'sort'] as const;
export type FilterName = (typeof FILTERS)[number];

const HIGHEST_MIN = 1_000_000;

// What people who know other search engines type.
const OTHER_NAMES: Record<string, FilterName> = {
  ...{ authors: 'author', by: 'author', category: 'cat', categories: 'cat', subject: 'cat', since: 'after' },
  ...{ from: 'after', until: 'before', to: 'before', votes: 'min', upvotes: 'min', order: 'sort', date: 'after' },
};

const FORMS: Record<FilterName, string> = {
  author: 'author:bengio or author:"Yoshua Bengio"',
  cat: 'cat:cs.CL',
  after: 'after:2024, after:2024-05 or after:2024-05-29',
  before: 'before:2024, before:2024-05 or before:2024-05-29',
  has: 'has:code',
  min: 'min:10',
  sort: 'sort:new, sort:votes or sort:relevance',
};

/** The filter of a name, `near` where the name is only like one, or undefined where it is like none. */
export function filterNamed(name: string): { filter: FilterName; exact: boolean } | undefined {
  const wanted = name.toLowerCase();
  const exact = FILTERS.find((filter) => filter === wanted);
  if (exact) return { filter: exact, exact: true };
  const near = OTHER_NAMES[wanted] ?? FILTERS.find((filter) => isOneLetterAway(filter, wanted));
  return near && { filter: near, exact: false };
}

export const formOf = (filter: FilterName): string => FORMS[filter];

/** Reads the value of a filter, of which it may lack. */
export function readFilter(filter: FilterName, value: string): FilterReading {
  if (value === '') return { problem: `It needs a value, without a blank after the colon. Write ${FORMS[filter]}.` };
  switch (filter) {
    case 'author':
      return readAuthor(value);
    case 'cat':
      return readCategories(value);
    case 'after':
    case 'before':
      return readDate(filter, value);
    case 'has':
      if (value.toLowerCase() === 'code') return { change: { hasCode: true } };
      return { problem: 'Only code can be asked for. Write has:code.' };
    case 'min':
      if (/^\d{1,7}$/.test(value) && Number(value) <= HIGHEST_MIN) return { change: { minVotes: Number(value) } };
      return { problem: 'It takes a number of upvotes. Write min:10.' };
    case 'sort': {
      const sort = SEARCH_SORTS.find((name) => name === value.toLowerCase());
      return sort ? { change: { sort } } : { problem: `There is no such order. Write ${FORMS.sort}.` };
    }
  }
}

function readAuthor(value: string): FilterReading {
  const name = value
    .replace(/[,;:]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .trim();
  return /\p{L}/u.test(name) ? { change: { authors: [name] } } : { problem: `It takes a name. Write ${FORMS.author}.` };
}

function readCategories(value: string): FilterReading {
  const found: string[] = [];
  for (const part of value.split(/[,\s]+/).filter(Boolean)) {
    const code = categoryByCode(part);
    if (code === undefined) return { problem: noCategory(part) };
    found.push(code);
  }
  return found.length > 0 ? { change: { categories: found } } : { problem: `It takes a code. Write ${FORMS.cat}.` };
}

function noCategory(typed: string): string {
  const near = nearCategory(typed);
  const hint = near
    ? `Did you mean cat:${near} (${categoryName(near)})?`
    : 'Codes look like cs.CL, hep-th or math; cat:cs stands for all of computer science.';
  return `arXiv has no category “${typed.slice(0, 20)}”. ${hint}`;
}

function readDate(filter: 'after' | 'before', value: string): FilterReading {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value.replace(/[/.]/g, '-'));
  if (match === null) return { problem: `It takes a year, month or day. Write ${FORMS[filter]}.` };
  const [, year = '', month = '1', day = '1'] = match;
  if (Number(year) < 1900 || Number(year) > 2199)
    return { problem: `No paper here is of the year ${year}. Write ${FORMS[filter]}.` };
  if (Number(month) < 1 || Number(month) > 12) {
    return { problem: `Months run from 01 to 12. Write ${filter}:${year}, or a month such as ${filter}:${year}-12.` };
  }
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = parseUtcDay(text);
  if (!read.ok)
    return { problem: `No calendar has the day ${text}. Write ${filter}:${text.slice(0, 7)} for the month.` };
  return { change: { [filter]: read.value } };
}

import type { SearchRequest, SearchSort } from '../search-request';
import { codesOf } from './categories';
import type { SearchQuery } from './search-query';

/** Whether a query asks for anything at all. */
export const isBlank = (query: SearchQuery): boolean =>
  query.words.length + query.phrases.length + query.without.length + query.authors.length + query.categories.length ===
    0 &&
  query.after === null &&
  query.before === null &&
  !query.hasCode &&
  query.minVotes === 0;

/** The order in force: what was asked for; else relevance where there are words to be relevant to, or newest first. */
export const sortOf = (query: SearchQuery): SearchSort =>
  query.sort ?? (query.words.length + query.phrases.length > 0 ? 'relevance' : 'new');

/** What the index is asked. */
export function requestOf(query: SearchQuery, slice: { limit: number; offset: number }): SearchRequest {
  const { words, categories, sort: _asked, ...same } = query;
  return {
    ...same,
    text: words.join(' '),
    categories: [...new Set(categories.flatMap(codesOf))],
    sort: sortOf(query),
    ...slice,
  };
}

import { printQuery } from './query/print-query';
import type { SearchQuery } from './query/search-query';

/** The page that shows what a query finds. The address is the whole state. */
export function searchPath(query: SearchQuery, page = 1): string {
  const parameters = new URLSearchParams({ q: printQuery(query) });
  if (page > 1) parameters.set('page', String(page));
  return `/papers?${parameters}`;
}

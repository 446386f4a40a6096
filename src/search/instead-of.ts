import type { SearchQuery } from './query/search-query';

/** The query with a word taken as it was typed: a phrase is never corrected. */
export const insteadOf = (query: SearchQuery, typed: string): SearchQuery => ({
  ...query,
  words: query.words.filter((word) => word !== typed),
  phrases: [...new Set([...query.phrases, typed])],
});

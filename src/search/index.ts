export { pastedReference } from './query/paper-reference';
export { parseQuery } from './query/parse-query';
export { printQuery } from './query/print-query';
export { isBlank, requestOf, sortOf } from './query/request-of';
export type { ParsedQuery, QueryProblem, SearchQuery } from './query/search-query';
export { EMPTY_QUERY, LONGEST_QUERY } from './query/search-query';
export type { SearchRequest, SearchSort } from './search-request';
export { SEARCH_SORTS } from './search-request';
export type {
  SearchAnswer,
  SearchHit,
  SearchStore,
  SimilarOptions,
  SimilarPaper,
  Suggestion,
} from './search-store';

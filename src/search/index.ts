/** @public The engine and the pages meet at these. */
export type { SearchRequest, SearchSort } from './search-request';
/** @public */
export { SEARCH_SORTS } from './search-request';
/** @public */
export type {
  SearchAnswer,
  SearchHit,
  SearchStore,
  SimilarOptions,
  SimilarPaper,
  Suggestion,
} from './search-store';

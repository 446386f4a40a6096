export type { ActiveFilter } from './active-filters';
export { activeFilters } from './active-filters';
export type { Embedder } from './embedding/embedder';
export { checkedVector, EmbeddingFault } from './embedding/embedder';
export type { Model } from './embedding/model';
export { openModel, unit } from './embedding/model';
export { packVector } from './embedding/pack-vector';
export { wordPieces } from './embedding/word-pieces';
export type { TimeBar, YearBar } from './facets';
export { rank } from './index/rank';
export { readWords, weightOf } from './index/read-words';
export { scoreWords } from './index/score-words';
export type { IndexedPaper } from './index/search-index';
export { SearchIndex } from './index/search-index';
export type { FoundElsewhere } from './index/search-memory';
export { searchMemory } from './index/search-memory';
export { sharedWords } from './index/shared-words';
export type { Near } from './index/similar-papers';
export { similarPapers } from './index/similar-papers';
export { insteadOf } from './instead-of';
export { categoriesLike } from './query/categories';
export { isOneLetterAway } from './query/near-word';
export { pastedReference } from './query/paper-reference';
export { parseQuery } from './query/parse-query';
export { printQuery } from './query/print-query';
export { isBlank, requestOf, sortOf } from './query/request-of';
export type { QueryProblem, SearchQuery } from './query/search-query';
export { EMPTY_QUERY } from './query/search-query';
export type { SearchPage } from './read-search';
export { readSearch } from './read-search';
export type { Kin, Side } from './read-similar';
export { parseSide, readSimilar, SIDES } from './read-similar';
export { searchPath } from './search-path';
/** @public The engine and the pages meet at these. */
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
export { termMatcher } from './term-matcher';
export { countTerms, packTerms, termsOf } from './text/paper-terms';
export { words } from './text/words';
export { SearchTooBroad } from './too-broad';

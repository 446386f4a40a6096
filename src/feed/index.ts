export type { Appearance, Author, Card, Detail, Submitter } from './card';
export type { DayRange } from './day-range';
export type { DayCount, FeedStore, Filter, Found, Listed, Slice, Topic } from './feed-store';
export type { ListOptions, QueryParameters, Sort } from './list-options';
export {
  DEFAULT_OPTIONS,
  LIST_PARAMETERS,
  LONGEST_LIST,
  listQuery,
  parseListOptions,
  SORTS,
} from './list-options';
export type { Period, PeriodKind } from './period';
export { parsePeriod, periodOf, periodPath, rangeOf } from './period';
export type { Ranked } from './ranking';
export {
  byComments,
  byNewest,
  byTrending,
  byVotes,
  TRENDING_DAYS_PER_DOUBLING,
  TRENDING_EPOCH,
  trendingKey,
} from './ranking';
export { readAuthor } from './read-author';
export type { Calendar } from './read-calendar';
export { readCategory } from './read-category';
export { readLatestDay } from './read-latest-day';
export { readPaper } from './read-paper';
export type { PeriodPage } from './read-period';
export { readPeriod } from './read-period';
export { readPersonPapers } from './read-person';
export { readTrending } from './read-trending';

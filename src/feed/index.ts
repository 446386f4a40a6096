export type { Appearance, Author, Card, Detail } from './card';
export type { DayRange } from './day-range';
export type { DayCount, FeedStore, Filter, Found, Listed, Slice, Topic } from './feed-store';
export type { IsoWeek } from './iso-week';
export { isoWeekOf } from './iso-week';
export type { ListOptions, QueryParameters, Sort } from './list-options';
export {
  DEFAULT_OPTIONS,
  LIST_PARAMETERS,
  LONGEST_LIST,
  listQuery,
  PAGE_SIZE,
  parseListOptions,
  SORTS,
} from './list-options';
export type { Month } from './month';
export { addMonths, monthOf, monthRange } from './month';
export type { Period, PeriodKind } from './period';
export { parsePeriod, periodAfter, periodBefore, periodOf, periodPath, rangeOf } from './period';
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
export type { AuthorPage } from './read-author';
export { readAuthor } from './read-author';
export type { Calendar } from './read-calendar';
export { readCalendar } from './read-calendar';
export type { CategoryPage } from './read-category';
export { readCategory } from './read-category';
export { readLatestDay } from './read-latest-day';
export { readPaper } from './read-paper';
export type { PeriodPage } from './read-period';
export { readPeriod } from './read-period';
export type { TrendingPage } from './read-trending';
export { readTrending } from './read-trending';

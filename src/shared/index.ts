export { CATEGORY_CODES, categoryName, isCategoryCode } from './category-names';
export { ownCopy } from './own-copy';
export {
  authorPath,
  categoryPath,
  commentPath,
  dayPath,
  discussionPath,
  mapPath,
  monthPath,
  paperImagePath,
  paperPath,
  personPath,
  SEARCH_PATH,
  TRENDING_PATH,
  weekPath,
} from './paths';
export type { Refusal, Result } from './result';
export { ok, refuse } from './result';
export { sameSitePath } from './same-site-path';
export type { CacheTag } from './tags';
export { ALL_TAG, dayTag, LISTS_TAG, MODERATION_TAG, paperTag, SEARCH_TAG, STATUS_TAG } from './tags';
export type { UtcDay } from './utc-day';
export { addDays, daysBetween, isoWeekday, parseUtcDay, utcDayOf } from './utc-day';

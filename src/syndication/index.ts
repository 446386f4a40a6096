export type { FeedEntry } from './feed';
export { updatedOf } from './feed';
export { feedQuery, pageOf, passes, readList, type SyndicatedList, titleOf } from './list';
export { isFeedFormat, writeFeed } from './write-feed';
export { xmlText } from './xml';

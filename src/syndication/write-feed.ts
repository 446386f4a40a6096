import { writeAtom } from './atom';
import type { Feed, FeedFormat } from './feed';
import { writeJsonFeed } from './json-feed';
import { writeRss } from './rss';

const WRITERS: Record<FeedFormat, { type: string; write: (feed: Feed) => string }> = {
  atom: { type: 'application/atom+xml; charset=utf-8', write: writeAtom },
  rss: { type: 'application/rss+xml; charset=utf-8', write: writeRss },
  json: { type: 'application/feed+json; charset=utf-8', write: writeJsonFeed },
};

export const isFeedFormat = (text: string): text is FeedFormat => Object.hasOwn(WRITERS, text);

/** A feed in its format, and the type under which it is sent. */
export const writeFeed = (format: FeedFormat, feed: Feed): { type: string; text: string } => ({
  type: WRITERS[format].type,
  text: WRITERS[format].write(feed),
});

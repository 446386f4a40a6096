import { paperPath } from '@/src/shared';
import { entryId, type Feed, type FeedEntry, updatedOf } from './feed';
import { element } from './xml';

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

/** RSS 2.0 (https://www.rssboard.org/rss-specification), with Dublin Core's creators and the whole abstract. */
export function writeRss(feed: Feed): string {
  const channel = element('channel', {
    children: [
      element('title', { text: feed.title }),
      element('link', { text: feed.page }),
      element('description', { text: `${feed.title}, with abstracts.` }),
      element('language', { text: 'en' }),
      element('lastBuildDate', { text: updatedOf(feed).toUTCString() }),
      element('atom:link', { attributes: { rel: 'self', href: feed.self, type: 'application/rss+xml' } }),
      ...feed.entries.map((entry) => itemOf(feed, entry)),
    ],
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n${element('rss', { attributes: { version: '2.0', ...NAMESPACES }, children: [channel] })}\n`;
}

const itemOf = ({ origin }: Feed, entry: FeedEntry): string =>
  element('item', {
    children: [
      element('title', { text: entry.title }),
      element('link', { text: `${origin}${paperPath(entry.id)}` }),
      element('guid', { attributes: { isPermaLink: 'false' }, text: entryId(entry.id) }),
      element('pubDate', { text: entry.published.toUTCString() }),
      ...entry.authors.map((name) => element('dc:creator', { text: name })),
      ...entry.categories.map((code) => element('category', { text: code })),
      element('description', { text: entry.text }),
      element('content:encoded', { text: entry.html }),
    ],
  });

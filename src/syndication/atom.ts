import { paperPath } from '@/src/shared';
import { entryId, type Feed, type FeedEntry, pdfOf, updatedOf } from './feed';
import { element } from './xml';

const link = (rel: string, href: string, type: string): string => element('link', { attributes: { rel, href, type } });
const stamp = (name: string, at: Date): string => element(name, { text: at.toISOString() });

/** Atom 1.0 (RFC 4287). */
export function writeAtom(feed: Feed): string {
  const children = [
    element('id', { text: feed.self }),
    element('title', { text: feed.title }),
    stamp('updated', updatedOf(feed)),
    link('self', feed.self, 'application/atom+xml'),
    link('alternate', feed.page, 'text/html'),
    element('icon', { text: `${feed.origin}/icon-32.png` }),
    ...feed.entries.map((entry) => entryOf(feed, entry)),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>\n${element('feed', { attributes: { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' }, children })}\n`;
}

const entryOf = ({ origin }: Feed, entry: FeedEntry): string =>
  element('entry', {
    children: [
      element('id', { text: entryId(entry.id) }),
      element('title', { text: entry.title }),
      stamp('published', entry.published),
      stamp('updated', entry.updated),
      link('alternate', `${origin}${paperPath(entry.id)}`, 'text/html'),
      link('related', pdfOf(entry.id), 'application/pdf'),
      // An entry without an author is not valid.
      ...(entry.authors.length > 0 ? entry.authors : ['Unknown']).map((name) =>
        element('author', { children: [element('name', { text: name })] }),
      ),
      ...entry.categories.map((term) => element('category', { attributes: { term } })),
      element('summary', { text: entry.text }),
      element('content', { attributes: { type: 'html' }, text: entry.html }),
    ],
  });

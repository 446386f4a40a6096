import { paperPath } from '@/src/shared';
import { entryId, type Feed, pdfOf } from './feed';

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export const writeJsonFeed = ({ title, page, self, origin, entries }: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: self,
    icon: `${origin}/icon-512.png`,
    favicon: `${origin}/icon-32.png`,
    language: 'en',
    items: entries.map((entry) => ({
      id: entryId(entry.id),
      url: `${origin}${paperPath(entry.id)}`,
      external_url: entryId(entry.id),
      title: entry.title,
      content_html: entry.html,
      content_text: entry.text,
      date_published: entry.published.toISOString(),
      date_modified: entry.updated.toISOString(),
      authors: entry.authors.map((name) => ({ name })),
      tags: entry.categories,
      attachments: [{ url: pdfOf(entry.id), mime_type: 'application/pdf' }],
    })),
  });

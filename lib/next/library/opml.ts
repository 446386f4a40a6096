import { sessionOf } from '@/lib/auth/viewer';
import { pathWith, seeOther } from '@/lib/next/form';
import { site } from '@/lib/next/site';
import { services } from '@/lib/services';
import { parseQuery, searchPath } from '@/src/search';
import { categoryName, categoryPath } from '@/src/shared';
import { xmlText } from '@/src/syndication';

/** `GET /saved/following.opml` (http://opml.org/spec2.opml): the feeds of one's searches, of the categories of one's digest, and of the latest. */
export async function answerOpml(request: Request): Promise<Response> {
  const session = await sessionOf(request);
  if (!session) return seeOther(pathWith('/sign-in', { next: '/saved/following.opml' }));
  const { name, baseUrl } = site();
  const { library, subscriptions } = services();
  const [searches, own] = await Promise.all([
    library.searches(session.viewer.id),
    subscriptions.byUser(session.viewer.id),
  ]);
  const lists = [
    { title: 'New papers', path: '/papers' },
    ...(own?.preferences.categories ?? []).map((code) => ({ title: categoryName(code), path: categoryPath(code) })),
    ...searches.map(({ query }) => ({ title: query, path: searchPath(parseQuery(query).query) })),
  ];
  const outlines = lists.map(({ title, path }) => {
    const attributes = {
      type: 'rss',
      text: title,
      title,
      xmlUrl: `${baseUrl}/feeds/atom${path}`,
      htmlUrl: `${baseUrl}${path}`,
    };
    const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(value)}"`);
    return `<outline${said.join('')}/>`;
  });
  const body = `<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
<head><title>${xmlText(`${name}: what @${session.viewer.handle} follows`)}</title></head>
<body>
${outlines.join('\n')}
</body>
</opml>
`;
  return new Response(body, {
    headers: {
      'content-type': 'text/x-opml; charset=utf-8',
      'content-disposition': 'attachment; filename="following.opml"',
      'cache-control': 'private, no-store',
    },
  });
}

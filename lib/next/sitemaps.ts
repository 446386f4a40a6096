import { MOST_IN_FILE } from '@/lib/db/sitemap-store';
import { services } from '@/lib/services';
import { parsePeriod, rangeOf } from '@/src/feed';
import { dayPath, monthPath, paperPath, TRENDING_PATH } from '@/src/shared';
import { xmlText } from '@/src/syndication';
import { plainRefusal } from './plain-refusal';
import { site } from './site';

// https://www.sitemaps.org/protocol.html
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

const xml = (body: string): Response =>
  new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=0, s-maxage=1' },
  });

/** `GET /sitemap.xml`: one file a month, or several where a month has more papers than a file may hold. */
export async function answerSitemapIndex(): Promise<Response> {
  const { baseUrl } = site();
  const files = (await services().sitemap.months()).flatMap(({ month, papers }) =>
    Array.from({ length: Math.max(1, Math.ceil(papers / MOST_IN_FILE)) }, (_, part) =>
      part === 0 ? month : `${month}-${part + 1}`,
    ),
  );
  const lines = files.map((file) => `<sitemap><loc>${xmlText(baseUrl)}/sitemaps/${file}.xml</loc></sitemap>`);
  return xml(`<sitemapindex ${NAMESPACE}>\n${lines.join('\n')}\n</sitemapindex>`);
}

/** `GET /sitemaps/{month}.xml` and `/sitemaps/{month}-{part}.xml`: the month's days and papers. */
export async function answerSitemap(file: string): Promise<Response> {
  const [, month = '', part = '1'] = /^((?:19|20)\d{2}-\d{2})(?:-([2-9]|[1-9]\d))?\.xml$/.exec(file) ?? [];
  const period = parsePeriod('month', month);
  if (!period.ok) return plainRefusal(404, 'A sitemap is named after its month, such as 2026-05.xml.');
  const { sitemap, feed } = services();
  const first = part === '1';
  const [papers, days] = await Promise.all([
    sitemap.papers(month, Number(part) - 1),
    first ? feed.countByDay(rangeOf(period.value)) : [],
  ]);
  if (papers.length === 0 && days.length === 0) return plainRefusal(404, 'There are no papers of that month here.');
  const address = (path: string, changed?: string): string =>
    `<url><loc>${xmlText(`${site().baseUrl}${path}`)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`;
  const lines = [
    ...(first ? ['/papers', TRENDING_PATH, '/about', monthPath(month)].map((path) => address(path)) : []),
    ...days.map(({ day }) => address(dayPath(day))),
    ...papers.map(({ id, changed }) => address(paperPath(id), changed)),
  ];
  return xml(`<urlset ${NAMESPACE}>\n${lines.join('\n')}\n</urlset>`);
}

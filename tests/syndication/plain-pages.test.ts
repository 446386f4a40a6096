import { beforeAll, expect, test } from 'vitest';
import { setEnv } from '@/lib/env';
import { answerMarkdown } from '@/lib/next/plain-pages';
import { answerSitemap, answerSitemapIndex } from '@/lib/next/sitemaps';
import { aListing, storeListings } from '@/tests/factories/listing';
import { aPaper, storePapers } from '@/tests/factories/paper';
import { testDatabase } from '@/tests/setup/test-database';

const { sql, url } = await testDatabase();
const ORIGIN = 'https://papers.example';
setEnv({ DATABASE_URL: url, BASE_URL: ORIGIN, SEARCH_BACKEND: 'postgres' });

const DAY = '2026-01-06';
const PAPERS = [
  aPaper({ id: '2601.00001', title: 'Sparse *attention*', published_at: new Date('2026-01-05T10:00:00Z') }),
  aPaper({ id: '2601.00002', title: 'Folding', published_at: new Date('2026-01-31T23:59:59Z'), outside_upvotes: 7 }),
  aPaper({ id: 'hep-th/9901001', title: 'Strings', published_at: new Date('1999-01-02T03:04:05Z') }),
];

const markdown = (address: string) => {
  const [path = '', query = ''] = address.split('?');
  return answerMarkdown(path.split('/'), new URLSearchParams(query));
};
const locations = async (response: Response): Promise<string[]> => {
  expect(response.status).toBe(200);
  return [...(await response.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at = '']) => at.replace(ORIGIN, ''));
};

beforeAll(async () => {
  await storePapers(sql, PAPERS);
  await storeListings(
    sql,
    PAPERS.map(({ id }) => aListing({ paper_id: id, day: DAY })),
  );
});

test('a list is Markdown in the order of its page, with its text made harmless', async () => {
  const response = await markdown(`papers/date/${DAY}`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/markdown; charset=utf-8']);
  const text = await response.text();
  expect(text).toContain(`<${ORIGIN}/papers/date/${DAY}>`);
  expect(text.match(/^## .+$/gm)).toEqual([
    `## 1. [Folding](${ORIGIN}/papers/2601.00002)`,
    `## 2. [Sparse \\*attention\\*](${ORIGIN}/papers/2601.00001)`,
    `## 3. [Strings](${ORIGIN}/papers/hep-th/9901001)`,
  ]);
  for (const path of ['papers', 'papers/trending', 'papers?q=folding', 'categories/cs.CL'])
    expect(await (await markdown(path)).text(), path).toContain('[Folding]');
});

test('a paper is, by old ids too; what is not here is refused with a sentence', async () => {
  expect(await (await markdown('papers/hep-th/9901001')).text()).toMatch(/^# Strings\n/);
  for (const path of ['papers/2601.09999', 'papers/nowhere', 'nowhere', 'papers/date/9999-12-31']) {
    const response = await markdown(path);
    expect([response.status, response.headers.get('content-type')], path).toEqual([404, 'text/plain; charset=utf-8']);
  }
});

test('the sitemap names every month, and a month’s file its days and papers', async () => {
  expect(await locations(await answerSitemapIndex())).toEqual(['/sitemaps/2026-01.xml', '/sitemaps/1999-01.xml']);
  const listed = await locations(await answerSitemap('2026-01.xml'));
  expect(listed).toEqual(expect.arrayContaining([`/papers/date/${DAY}`, '/papers/2601.00001', '/papers/2601.00002']));
  expect(listed).not.toContain('/papers/hep-th/9901001');
  expect(await locations(await answerSitemap('1999-01.xml'))).toContain('/papers/hep-th/9901001');
});

test('nothing that was taken out of the lists is in a sitemap', async () => {
  await sql`UPDATE papers SET hidden = true WHERE id = '2601.00001'`;
  expect(await locations(await answerSitemap('2026-01.xml'))).not.toContain('/papers/2601.00001');
  await sql`UPDATE papers SET hidden = false`;
});

test.each(['2026-13.xml', '2026-01', '2026-01-1.xml', '2026-01-2.xml', '1998-01.xml', '9999-12.xml', 'x.xml'])(
  'there is no %s',
  async (file) => {
    expect((await answerSitemap(file)).status).toBe(404);
  },
);

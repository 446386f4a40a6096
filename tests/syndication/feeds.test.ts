import { spawnSync } from 'node:child_process';
import { parseAtomFeed } from 'feedsmith';
import { beforeAll, expect, test } from 'vitest';
import { setEnv } from '@/lib/env';
import { answerFeed } from '@/lib/next/syndication';
import { aListing, storeListings } from '@/tests/factories/listing';
import { aPaper, storePapers } from '@/tests/factories/paper';
import { testDatabase } from '@/tests/setup/test-database';

const { sql, url } = await testDatabase();
const ORIGIN = 'https://papers.example';
setEnv({ DATABASE_URL: url, BASE_URL: ORIGIN, SEARCH_BACKEND: 'postgres' });

const DAY = '2026-01-06';
const PAPERS = [
  aPaper({
    id: '2601.00001',
    title: 'Sparse attention',
    authors: ['Ada Lovelace'],
    categories: ['cs.CL'],
    outside_upvotes: 3,
  }),
  aPaper({
    id: '2601.00002',
    title: 'Folding proteins',
    authors: ['Ada Lovelace'],
    categories: ['cs.LG'],
    outside_upvotes: 7,
  }),
  aPaper({
    id: 'hep-th/9901001',
    title: 'Strings',
    categories: ['cs.CL', 'hep-th'],
    published_at: new Date('1999-01-02T03:04:05Z'),
  }),
];

const ask = (path: string, { format = 'atom', headers = {} } = {}) => {
  const [list = '', query = ''] = path.split('?');
  return answerFeed(new Request(`${ORIGIN}/feeds/${format}/${path}`, { headers }), format, list.split('/')).then(
    (response) => ({ response, query }),
  );
};
const titles = async (path: string): Promise<(string | undefined)[]> => {
  const { response } = await ask(path);
  expect(response.status, path).toBe(200);
  return (parseAtomFeed(await response.text()).entries ?? []).map(({ title }) => title?.value);
};

beforeAll(async () => {
  await storePapers(sql, PAPERS);
  await storeListings(
    sql,
    PAPERS.map(({ id }) => aListing({ paper_id: id, day: DAY })),
  );
});

test('every list is a feed in its own order', async () => {
  const byVotes = ['Folding proteins', 'Sparse attention', 'Strings'];
  for (const path of [`papers/date/${DAY}`, 'papers/week/2026-W02', 'papers/month/2026-01'])
    expect(await titles(path), path).toEqual(byVotes);
  expect((await titles('papers/trending'))[0]).toBe('Folding proteins');
  expect((await titles('papers')).at(-1)).toBe('Strings');
  expect(await titles('categories/hep-th')).toEqual(['Strings']);
  expect((await titles('authors/ada-lovelace')).sort()).toEqual(['Folding proteins', 'Sparse attention']);
  expect(await titles('papers?q=attention')).toEqual(['Sparse attention']);
  expect(await titles(`papers/date/${DAY}?min_upvotes=3&exclude=folding`)).toEqual(['Sparse attention']);
  expect(await titles('papers/date/2026-02-01')).toEqual([]);
});

test('votes move nothing that a reader would take for news, and who has it all is not sent it again', async () => {
  const { response } = await ask('papers');
  const [before, changed] = [await response.text(), response.headers.get('last-modified') ?? ''];
  await sql`UPDATE papers SET outside_upvotes = outside_upvotes + 1`;
  expect(await (await ask('papers')).response.text()).toBe(before);
  expect((await ask('papers', { headers: { 'if-modified-since': changed } })).response.status).toBe(304);
  expect(
    (await ask('papers', { headers: { 'if-modified-since': 'Mon, 05 Jan 1998 00:00:00 GMT' } })).response.status,
  ).toBe(200);
});

test.each([
  ['papers/nowhere', 'atom', 404],
  ['papers', 'gopher', 404],
  ['papers?category=no_such!', 'rss', 400],
])('%s as %s is refused with a sentence', async (path, format, status) => {
  const { response } = await ask(path, { format });
  expect([response.status, response.headers.get('content-type')]).toEqual([status, 'text/plain; charset=utf-8']);
});

const PYTHON = ['python3', '/usr/bin/python3'].find(
  (name) => spawnSync(name, ['-c', 'import feedparser']).status === 0,
);

// Left out where Python's feedparser is not installed: it is no dependency of ours.
test.skipIf(PYTHON === undefined)('Python’s feedparser finds nothing wrong', async () => {
  for (const format of ['atom', 'rss']) {
    const { response } = await ask('papers', { format });
    const script =
      'import sys, feedparser\nd = feedparser.parse(sys.stdin.buffer.read())\nprint(int(d.bozo), len(d.entries))';
    const { stdout } = spawnSync(PYTHON ?? '', ['-c', script], { input: await response.text(), encoding: 'utf8' });
    expect(stdout.trim(), format).toBe('0 3');
  }
});

import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { citedPapers } from '@/lib/db/cited-papers';
import { commentStore } from '@/lib/db/comments-store';
import { listIds, type PlainList } from '@/lib/db/feed/list-ids';
import { feedStore } from '@/lib/db/feed-store';
import { sitemapStore } from '@/lib/db/sitemap-store';
import { statusStore } from '@/lib/db/status-store';
import { newPapers, newReplies } from '@/lib/db/webhooks/plan';
import type { FeedStore } from '@/src/feed';
import type { PaperId } from '@/src/papers';
import type { UtcDay } from '@/src/shared';
import { testDatabase } from '../setup/test-database';

const PAPERS = 20_000;
const CARRIED = ['cs.CL'];
const BIG = new Set(['papers', 'listings', 'comments', 'votes']);

type Asked = { text: string; parameters: unknown[] };
const asked: Asked[] = [];
let listening: postgres.Sql;
let feed: FeedStore;

// Hundreds of days and authors, a few categories: what a planner sees of a real instance, in half a second.
beforeAll(async () => {
  const { url, sql } = await testDatabase();
  await sql.unsafe(`
    INSERT INTO papers (id, title, title_html, title_text, abstract, abstract_html, abstract_text, authors, author_keys,
      primary_category, categories, published_at, first_listed, outside_upvotes, content_hash, render_version)
    SELECT '2601.' || lpad(n::text, 5, '0'), t, t, t, a, a, a, ARRAY['Author ' || n % 5000], ARRAY['author-' || n % 5000],
      c, ARRAY[c], '2026-01-01'::timestamptz + n * interval '10 minutes', DATE '2026-01-01' + n / 100, n % 50, md5(n::text), 1
    FROM generate_series(1, ${PAPERS}) n, LATERAL (SELECT 'Title ' || n AS t, repeat('word ', 60) AS a,
      (ARRAY['cs.CL', 'cs.LG', 'cs.CV', 'math.AG', 'hep-th'])[1 + n % 5] AS c) x;
    INSERT INTO listings (day, paper_id, announced, categories, picked, source)
    SELECT first_listed, id, 'new', categories, outside_upvotes = 49, 'feed' FROM papers;
    ANALYZE papers, listings;`);
  listening = postgres(url, {
    max: 2,
    onnotice: () => {},
    debug: (_connection, text, parameters) => void asked.push({ text, parameters }),
  });
  feed = feedStore(listening, CARRIED);
});
afterAll(() => listening.end({ timeout: 5 }));

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] };

const scanned = (plan: Plan): string[] => [
  ...(plan['Node Type'] === 'Seq Scan' && BIG.has(plan['Relation Name'] ?? '') ? [plan['Relation Name'] ?? ''] : []),
  ...(plan.Plans ?? []).flatMap(scanned),
];

/** The statements that a read sends, each with the big tables that its plan reads from end to end. */
async function wholeTables(read: () => Promise<unknown>): Promise<string[]> {
  await listening`SELECT 1`;
  asked.length = 0;
  await read();
  const sent = asked.splice(0).filter(({ text }) => /^\s*(?:SELECT|WITH)\b/i.test(text) && !/pg_catalog/.test(text));
  expect(sent.length).toBeGreaterThan(0);
  const found: string[] = [];
  for (const { text, parameters } of sent) {
    const explain = `EXPLAIN (FORMAT JSON) ${text}`;
    const rows = await listening.unsafe<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>(explain, parameters as never[]);
    for (const table of rows.flatMap((row) => scanned(row['QUERY PLAN'][0].Plan)))
      found.push(`${table}: ${text.replace(/\s+/g, ' ').slice(0, 120)}`);
  }
  return found;
}

const day = '2026-03-01' as UtcDay;
const range = { from: day, to: '2026-03-02' as UtcDay };
const page = { limit: 30, offset: 0 };
const ids = (list: PlainList) =>
  listIds(listening, { carried: CARRIED, interest: true }, { list, limit: 100, offset: 0 });
const all = { show: 'all', category: null } as const;

test.each<[string, () => Promise<unknown>]>([
  ['a day', () => feed.listed(range, { ...all, ...page, sort: 'votes' })],
  [
    'a day’s picks in a category',
    () => feed.listed(range, { show: 'picks', category: 'cs.CL', ...page, sort: 'newest' }),
  ],
  ['a week', () => feed.listed({ from: day, to: '2026-03-08' as UtcDay }, { ...all, ...page, sort: 'discussed' })],
  ['the calendar of a month', () => feed.countByDay({ from: day, to: '2026-04-01' as UtcDay })],
  ['the day before', () => feed.dayBefore(day)],
  ['the day after', () => feed.dayAfter(day)],
  ['a paper', () => feed.paper('2601.00100' as PaperId)],
  ['an author', () => feed.byAuthor('author-17', { ...page, cap: 1_000 })],
  ['the ids of a day', () => ids({ kind: 'range', range })],
  ['the ids of an author', () => ids({ kind: 'author', key: 'author-17' })],
  ['citations', () => citedPapers(listening, ['2601.00100', '2601.00200'] as PaperId[])],
  ['a part of a sitemap', () => sitemapStore(listening).papers('2026-03', 0)],
  ['papers that are new to webhooks', () => newPapers(listening, new Date())],
  ['replies that are new to webhooks', () => newReplies(listening, new Date())],
  ['a paper’s discussion', () => commentStore(listening).outline('2601.00100' as PaperId)],
])('reading %s looks at no more than it needs', async (_what, read) => {
  expect(await wholeTables(read)).toEqual([]);
});

test.each<[string, () => Promise<unknown>]>([
  ['what is trending', () => feed.trending({ ...all, ...page, cap: 1_000 })],
  ['the latest', () => ids({ kind: 'latest' })],
  ['what is trending, ids alone', () => ids({ kind: 'trending' })],
  ['a category', () => feed.inCategory('cs.CL', { ...page, cap: 1_000 })],
])('of %s the page itself comes from an index', async (_what, read) => {
  // Counting up to a cap may well stop early in a scan of the table; finding the page must not read it.
  const found = await wholeTables(read);
  expect(found.filter((line) => !line.includes('capped') && !line.includes('count(*)'))).toEqual([]);
});

test('the status page counts sample papers without looking at the others', async () => {
  expect(await wholeTables(() => statusStore(listening, CARRIED).samplePapers())).toEqual([]);
});

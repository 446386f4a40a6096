import { beforeEach, describe, expect, test } from 'vitest';
import { feedStore } from '@/lib/db/feed-store';
import { DEFAULT_OPTIONS, type FeedStore, type ListOptions, parsePeriod, readLatestDay, readPeriod } from '@/src/feed';
import type { UtcDay } from '@/src/shared';
import { aListing, type ListingRow, storeListings } from '../factories/listing';
import { aPaper, type PaperRow, storePapers } from '../factories/paper';
import { testDatabase } from '../setup/test-database';

const database = await testDatabase();
const store: FeedStore = feedStore(database.sql, ['cs.CL', 'cs.LG']);
const now = new Date('2026-01-20T12:00:00Z');

beforeEach(() => database.empty());

async function list(papers: [paper: Partial<PaperRow>, ...listings: Partial<ListingRow>[]][]): Promise<string[]> {
  const rows = papers.map(([paper]) => aPaper(paper));
  await storePapers(database.sql, rows);
  await storeListings(
    database.sql,
    papers.flatMap(([, ...listings], index) =>
      listings.map((listing) => aListing({ paper_id: rows[index]?.id ?? '', ...listing })),
    ),
  );
  return rows.map(({ id }) => id);
}

async function read(kind: 'day' | 'week' | 'month', key: string, options: Partial<ListOptions> = {}) {
  const period = parsePeriod(kind, key);
  if (!period.ok) throw new Error(period.refusal.message);
  return readPeriod(store, { period: period.value, options: { ...DEFAULT_OPTIONS, ...options }, now });
}

async function page(...asked: Parameters<typeof read>) {
  const result = await read(...asked);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

const ids = ({ list: { cards } }: Awaited<ReturnType<typeof page>>) => cards.map(({ id }) => id).toSorted();

describe('a day shows', () => {
  test('what was announced in a carried category, as new or cross-listed, and what was picked', async () => {
    const [announced, crossed, picked] = await list([
      [{ categories: ['cs.CL'] }, { announced: 'new' }],
      [{ categories: ['cs.RO', 'cs.LG'], primary_category: 'cs.RO' }, { announced: 'cross' }],
      [{ categories: ['math.AG'] }, { announced: null, picked: true }],
      [{ categories: ['cs.RO'] }, { announced: 'new' }],
      [{ categories: ['cs.CL'] }, { announced: 'replace' }],
      [{ categories: ['cs.CL'] }, { day: '2026-01-07' }],
    ]);
    const shown = await page('day', '2026-01-06');
    expect(ids(shown)).toEqual([announced, crossed, picked]);
    expect(shown.list).toMatchObject({ total: 3, all: 3, picks: 1 });
  });

  test('the sample edition whole, whatever the instance carries', async () => {
    const [sample = ''] = await list([
      [{ categories: ['math.AG'], primary_category: 'math.AG', sample: true }, { categories: ['math.AG'] }],
      [{ categories: ['math.AG'], primary_category: 'math.AG' }, { categories: ['math.AG'] }],
    ]);
    expect(ids(await page('day', '2026-01-06'))).toEqual([sample]);
  });

  test('only picks when asked, and says of each whether it is one', async () => {
    const [, picked] = await list([
      [{}, {}],
      [{}, { picked: true }],
    ]);
    const all = await page('day', '2026-01-06');
    expect(all.list.cards.map((card) => [card.id, card.picked])).toContainEqual([picked, true]);
    const picks = await page('day', '2026-01-06', { show: 'picks' });
    expect(ids(picks)).toEqual([picked]);
    expect(picks.list).toMatchObject({ total: 1, all: 2, picks: 1 });
  });

  test('one category when asked, primary or not, and counts within it', async () => {
    await list([
      [{ categories: ['cs.CL', 'cs.LG'] }, { picked: true }],
      [{ categories: ['cs.LG'] }, {}],
      [{ categories: ['cs.CL'] }, {}],
    ]);
    const shown = await page('day', '2026-01-06', { category: 'cs.LG' });
    expect(shown.list).toMatchObject({ total: 2, all: 2, picks: 1 });
    expect(shown.list.topics).toEqual([
      { category: 'cs.CL', count: 2 },
      { category: 'cs.LG', count: 2 },
    ]);
  });
});

test('a week shows a paper once, however often it was listed', async () => {
  const [twice] = await list([[{}, { day: '2026-01-06' }, { day: '2026-01-08', announced: null, picked: true }]]);
  const shown = await page('week', '2026-W02');
  expect(ids(shown)).toEqual([twice]);
  expect(shown.list).toMatchObject({ total: 1, picks: 1 });
});

test('an empty day is a page that names the nearest days with papers, and skips those that show none', async () => {
  await list([
    [{}, { day: '2026-01-02' }],
    [{ categories: ['cs.RO'] }, { day: '2026-01-05' }],
    [{}, { day: '2026-01-12' }],
  ]);
  const shown = await page('day', '2026-01-06');
  expect(shown.list).toMatchObject({ cards: [], total: 0, topics: [] });
  expect(shown).toMatchObject({ dayBefore: '2026-01-02', dayAfter: '2026-01-12' });
  expect(shown.calendar).toEqual({
    month: '2026-01',
    days: [
      { day: '2026-01-02', count: 1 },
      { day: '2026-01-12', count: 1 },
    ],
    previous: null,
    next: null,
  });
});

test('the neighbours of a week or month are the nearest that have papers', async () => {
  await list([
    [{}, { day: '2025-10-31' }],
    [{}, { day: '2026-01-06' }],
    [{}, { day: '2026-01-15' }],
  ]);
  expect(await page('week', '2026-W02')).toMatchObject({ previous: { key: '2025-W44' }, next: { key: '2026-W03' } });
  const month = await page('month', '2026-01');
  expect(month).toMatchObject({ previous: { key: '2025-10' }, next: null });
  expect(month.calendar.previous).toBe('2025-10');
});

test('the latest day is the last that shows papers, and none that lies in the future', async () => {
  expect(await readLatestDay(store, { now })).toBeNull();
  await list([
    [{}, { day: '2026-01-16' }],
    [{ categories: ['cs.RO'] }, { day: '2026-01-19' }],
    [{}, { day: '2026-03-01' }],
  ]);
  expect(await readLatestDay(store, { now })).toBe('2026-01-16');
});

describe('refused with a sentence', () => {
  test.each([
    ['day', '2026-01-22', 'too-late'],
    ['month', '2026-02', 'too-late'],
    ['day', '1991-08-13', 'too-early'],
    ['day', '0000-01-01', 'too-early'],
    ['day', '9999-12-31', 'too-late'],
  ] as const)('%s %s', async (kind, key, code) => {
    expect(await read(kind, key)).toMatchObject({ ok: false, refusal: { code } });
  });

  test('a page after the last', async () => {
    await list([[{}, {}]]);
    expect(await read('day', '2026-01-06', { page: 2 })).toMatchObject({ refusal: { code: 'no-such-page' } });
  });

  test.each(['day', 'week', 'month'] as const)('the %s in hand is not', async (kind) => {
    const key = { day: '2026-01-21', week: '2026-W04', month: '2026-01' }[kind];
    expect(await read(kind, key as UtcDay)).toMatchObject({ ok: true });
  });
});

import { beforeAll, expect, test } from 'vitest';
import { feedStore } from '@/lib/db/feed-store';
import type { FeedStore, Ranked } from '@/src/feed';
import { byComments, byNewest, byTrending, byVotes, trendingKey } from '@/src/feed';
import { addDays, type UtcDay } from '@/src/shared';
import { aListing, storeListings } from '../factories/listing';
import { aPaper, storePapers } from '../factories/paper';
import { testDatabase } from '../setup/test-database';

const DAY = '2026-01-06' as UtcDay;
const COUNT = 240;

// A small generator with a fixed seed: many ties, the same in every run.
let seed = 20_260_106;
const upTo = (most: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed % most;
};

type Expected = Ranked & { firstListed: UtcDay };
const expected: Expected[] = [];
let store: FeedStore;
let sql: Awaited<ReturnType<typeof testDatabase>>['sql'];

beforeAll(async () => {
  ({ sql } = await testDatabase());
  store = feedStore(sql, ['cs.CL']);
  const papers = Array.from({ length: COUNT }, () =>
    aPaper({
      upvotes: upTo(3),
      outside_upvotes: upTo(3),
      comments: upTo(2),
      outside_comments: upTo(2),
      interest: upTo(5) * 700 - 1400,
      published_at: new Date(Date.UTC(2026, 0, 1 + upTo(3))),
      withdrawn: upTo(12) === 0,
    }),
  );
  await storePapers(sql, papers);
  await storeListings(
    sql,
    papers.map(({ id }) => aListing({ paper_id: id, day: addDays(DAY, -upTo(4)) })),
  );
  const listed = await sql<{ id: string; day: UtcDay }[]>`SELECT paper_id AS id, day::text AS day FROM listings`;
  const dayOf = new Map(listed.map(({ id, day }) => [id, day]));
  for (const paper of papers) {
    expected.push({
      id: paper.id,
      votes: paper.upvotes + paper.outside_upvotes,
      comments: paper.comments + paper.outside_comments,
      interest: paper.interest,
      publishedAt: paper.published_at,
      withdrawn: paper.withdrawn,
      firstListed: dayOf.get(paper.id) ?? DAY,
    });
  }
});

const range = { from: addDays(DAY, -3), to: addDays(DAY, 1) };
const inOrder = (by: (a: Expected, b: Expected) => number) => expected.toSorted(by).map(({ id }) => id);
const everything = { show: 'all', category: null } as const;

test.each([
  ['votes', byVotes],
  ['newest', byNewest],
  ['discussed', byComments],
] as const)('SQL and the published formula give the same order by %s', async (sort, by) => {
  const { cards } = await store.listed(range, { ...everything, sort, limit: COUNT, offset: 0 });
  expect(cards.map(({ id }) => id)).toEqual(inOrder(by));
});

test('with the guess switched off, papers without a vote stand by date', async () => {
  const plain = feedStore(sql, ['cs.CL'], { interest: false });
  const { cards } = await plain.listed(range, { ...everything, sort: 'votes', limit: COUNT, offset: 0 });
  const guessless = expected.map((paper) => ({ ...paper, interest: 0 })).toSorted(byVotes);
  expect(cards.map(({ id }) => id)).toEqual(guessless.map(({ id }) => id));
  expect(cards.map(({ id }) => id)).not.toEqual(inOrder(byVotes));
});

test('SQL and the published formula give the same trending order', async () => {
  const { cards } = await store.trending({ ...everything, limit: COUNT, offset: 0, cap: COUNT });
  expect(cards.map(({ id }) => id)).toEqual(inOrder(byTrending));
});

test('the stored trending key is the published one', async () => {
  const rows = await sql<{ votes: number; day: UtcDay; trending: number }[]>`
    SELECT votes, first_listed::text AS day, trending FROM papers`;
  expect(rows).toHaveLength(COUNT);
  for (const { votes, day, trending } of rows)
    expect(trending).toBeCloseTo(trendingKey({ votes, firstListed: day }), 9);
});

test('pages of thirty follow each other without a gap or a repetition', async () => {
  const pages = await Promise.all(
    Array.from({ length: COUNT / 30 }, (_, page) =>
      store.listed(range, { ...everything, sort: 'votes', limit: 30, offset: page * 30 }),
    ),
  );
  expect(pages.flatMap(({ cards }) => cards.map(({ id }) => id))).toEqual(inOrder(byVotes));
});

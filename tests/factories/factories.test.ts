import { expect, test } from 'vitest';
import { testDatabase } from '../setup/test-database';
import { aListing, storeListings } from './listing';
import { aPaper, storePapers } from './paper';

test('papers and listings from the factories are taken by the database, and its generated columns follow', async () => {
  const { sql } = await testDatabase();
  const papers = [aPaper(), aPaper({ upvotes: 2, outside_upvotes: 1 })];
  await storePapers(sql, papers);
  await storeListings(
    sql,
    papers.map(({ id }) => aListing({ paper_id: id })),
  );
  const rows = await sql<{ votes: number; first: string; trending: number }[]>`
    SELECT votes, first_listed::text AS first, trending FROM papers ORDER BY id`;
  expect(rows.map((row) => row.votes)).toEqual([0, 3]);
  expect(rows.map((row) => row.first)).toEqual(['2026-01-06', '2026-01-06']);
  // Two doublings of 1 + votes.
  expect((rows[1]?.trending ?? 0) - (rows[0]?.trending ?? 0)).toBeCloseTo(2);
});

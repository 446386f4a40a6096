import { beforeAll, expect, test } from 'vitest';
import { judgedReason } from '@/lib/db/votes/judged-reason';
import { voteStore } from '@/lib/db/votes-store';
import { dayTag, LISTS_TAG, paperTag, type UtcDay } from '@/src/shared';
import { REASONS, reasonOf } from '@/src/votes';
import { aListing, storeListings } from '@/tests/factories/listing';
import type { TestDatabase } from '@/tests/setup/test-database';
import { testDatabase } from '@/tests/setup/test-database';
import { databaseWorld } from './database-world';
import { CLEAR } from './transition-cases';
import { voteStoreContract } from './vote-store-contract';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});

voteStoreContract('PostgreSQL', async () => {
  await db.empty();
  return databaseWorld(db.sql);
});

const at = new Date('2026-11-20T08:00:00Z');

test('SQL and TypeScript give the same reason for every combination of facts', async () => {
  const { addPaper, addPerson, hold } = databaseWorld(db.sql);
  const vote = { userId: (await addPerson()).id, paperId: await addPaper() };
  for (let bits = 0; bits < 2 ** REASONS.length; bits++) {
    const facts = { ...CLEAR, ...Object.fromEntries(REASONS.map((reason, at) => [reason, Boolean(bits & (1 << at))])) };
    await hold(vote, facts);
    const { sql } = db;
    const judged = judgedReason(sql, { user: sql`${vote.userId}`, paper: sql`${vote.paperId}` });
    const [row] = await sql<{ reason: string | null }[]>`SELECT ${judged} AS reason`;
    expect(row?.reason, JSON.stringify(facts)).toBe(reasonOf(facts));
  }
});

test('a change of the count is announced under the tags that pages carry', async () => {
  const { addPaper, addPerson } = databaseWorld(db.sql);
  const [userId, paperId] = [(await addPerson()).id, await addPaper()];
  const days = ['2026-01-06', '2026-01-09'] as UtcDay[];
  await storeListings(
    db.sql,
    days.map((day) => aListing({ paper_id: paperId, day })),
  );
  const heard: string[][] = [];
  const { unlisten } = await db.sql.listen('broadsheet_changes', (tags) => heard.push(tags.split(' ').sort()));
  const store = voteStore(db.sql);
  await store.set({ userId, paperId, at });
  await store.set({ userId, paperId, at });
  await store.withdraw({ userId, paperId, at });
  await expect.poll(() => heard.length).toBe(2);
  expect(heard[0]).toEqual([paperTag(paperId), LISTS_TAG, ...days.map(dayTag)].sort());
  expect(heard[1]).toEqual(heard[0]);
  await unlisten();
});

test('an account that goes takes its votes out of the counts', async () => {
  const { addPaper, addPerson, store } = databaseWorld(db.sql);
  const [ada, ben] = [await addPerson(), await addPerson()];
  const papers = [await addPaper(), await addPaper()];
  for (const paperId of papers) for (const { id } of [ada, ben]) await store.set({ userId: id, paperId, at });
  await db.sql`DELETE FROM users WHERE id = ${ada.id}`;
  for (const paperId of papers) {
    expect(await store.voters(paperId, 5)).toEqual({
      named: [{ handle: ben.handle, displayName: ben.displayName }],
      more: 0,
    });
  }
});

test('the paper that goes takes its votes along', async () => {
  const { addPaper, addPerson, store } = databaseWorld(db.sql);
  const [person, paperId] = [await addPerson(), await addPaper()];
  await store.set({ userId: person.id, paperId, at });
  await db.sql`DELETE FROM papers WHERE id = ${paperId}`;
  expect(await store.own(person.id, [paperId])).toEqual([]);
});

test('fifty people at once on one paper are counted, while others leave and are judged', async () => {
  const { addPaper, addPerson, store } = databaseWorld(db.sql);
  const paperId = await addPaper();
  const people = await Promise.all(Array.from({ length: 50 }, () => addPerson()));
  const deeds = people.flatMap(({ id: userId }, index) => [
    () => store.set({ userId, paperId, at }),
    () => (index % 3 === 0 ? store.withdraw({ userId, paperId, at }) : store.set({ userId, paperId, at })),
    () => (index % 7 === 0 ? db.sql`DELETE FROM users WHERE id = ${userId}` : store.judge({ paperId })),
  ]);
  await Promise.all(deeds.map((deed) => deed()));
  const [row] = await db.sql<{ upvotes: number; rows: number }[]>`
    SELECT upvotes, (SELECT count(*)::int FROM votes WHERE paper_id = p.id AND counted) AS rows
    FROM papers p WHERE id = ${paperId}`;
  expect(row?.rows).toBeGreaterThan(20);
  expect(row?.upvotes).toBe(row?.rows);
});

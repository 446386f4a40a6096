import type postgres from 'postgres';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accountStore } from '@/lib/db/accounts-store';
import { feedStore } from '@/lib/db/feed-store';
import { ingestStore } from '@/lib/db/ingest-store';
import { submissionStore } from '@/lib/db/submissions-store';
import { voteStore } from '@/lib/db/votes-store';
import { renderInline } from '@/lib/jobs/render-inline';
import type { PaperId } from '@/src/papers';
import type { UtcDay } from '@/src/shared';
import { someListing, someRecord } from '@/tests/factories/ingest-record';
import { type TestDatabase, testDatabase } from '@/tests/setup/test-database';
import { addPerson } from '@/tests/votes/people';
import { submissionStoreContract } from './submission-store-contract';

const CARRIED = ['cs.CL'];
const P1 = '2601.00001' as PaperId;
const now = new Date('2026-01-10T12:00:00Z');
const day = '2026-01-10' as UtcDay;

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});

const storeOn = (sql: postgres.Sql) => submissionStore({ sql, carried: CARRIED, render: renderInline });

submissionStoreContract('PostgreSQL', async () => {
  await db.empty();
  return {
    store: storeOn(db.sql),
    async person({ suspended = false } = {}) {
      const { id } = await addPerson(db.sql);
      if (suspended) await db.sql`UPDATE users SET suspended_at = now() WHERE id = ${id}`;
      return id;
    },
    hide: async (id) => void (await db.sql`UPDATE papers SET hidden = true WHERE id = ${id}`),
  };
});

describe('a submitted paper', () => {
  beforeEach(() => db.empty());

  async function submitted(record = someRecord(1, {}, [])) {
    const store = storeOn(db.sql);
    const ada = await addPerson(db.sql);
    await store.keep(record);
    const nothing = { comment: null, codeUrl: null, projectUrl: null };
    const queued = await store.enqueue({ userId: ada.id, paperId: P1, ...nothing, now }, { dailyCap: 5 });
    if (queued.kind !== 'queued') throw new Error(queued.kind);
    return { store, ada, list: () => store.list({ id: queued.submission.id, day, now }) };
  }

  const listOf = (on: UtcDay) =>
    feedStore(db.sql, CARRIED).listed(
      { from: on, to: `${on.slice(0, 8)}${Number(on.slice(8)) + 1}` as UtcDay },
      { show: 'all', category: null, sort: 'votes', limit: 30, offset: 0 },
    );

  test('of a category that is not carried stands on the day’s list with who brought it', async () => {
    const { list, ada } = await submitted(someRecord(1, { primaryCategory: 'math.AG', categories: ['math.AG'] }, []));
    expect((await listOf(day)).cards).toEqual([]);
    await list();
    const submittedBy = { handle: ada.handle, displayName: ada.displayName };
    expect((await listOf(day)).cards).toMatchObject([{ id: P1, picked: true, submittedBy }]);
    const paper = await feedStore(db.sql, CARRIED).paper(P1);
    expect(paper).toMatchObject({ submittedBy, appearances: [{ day, submitted: true }] });
    const [row] = await db.sql`SELECT first_listed::text AS first, trending IS NOT NULL AS ranked FROM papers`;
    expect(row).toEqual({ first: day, ranked: true });
  });

  test('stays on its list when the same and other records are ingested again, in any order', async () => {
    const { list } = await submitted();
    await list();
    const ingest = ingestStore({ sql: db.sql, render: renderInline });
    await ingest.storeBatch([someRecord(1)]);
    await ingest.storeBatch([someRecord(1, { title: 'Another title', latestVersion: 2 })]);
    // Announced for the day of the submission by schedule, and for another by the feed, which is believed.
    await ingest.storeBatch([someRecord(1, {}, [someListing({ day, source: 'schedule' })])]);
    await ingest.storeBatch([someRecord(1, {}, [someListing({ day: '2026-01-12' as UtcDay })])]);
    expect((await listOf(day)).cards).toMatchObject([{ id: P1, submittedBy: {} }]);
    const before = await db.sql`SELECT * FROM listings ORDER BY day`;
    await ingest.storeBatch([someRecord(1, {}, [someListing({ day: '2026-01-12' as UtcDay })])]);
    expect(await db.sql`SELECT * FROM listings ORDER BY day`).toEqual(before);
  });

  test('is listed once whatever ingest does to it at the same moment', async () => {
    const { list } = await submitted();
    const ingest = ingestStore({ sql: db.sql, render: renderInline });
    await Promise.all([
      list(),
      ...Array.from({ length: 6 }, (_, n) => ingest.storeBatch([someRecord(1, { comment: `${n} pages` })])),
    ]);
    expect((await listOf(day)).cards).toHaveLength(1);
    expect((await listOf('2026-01-06' as UtcDay)).cards).toHaveLength(1);
  });

  test('takes the vote that its submitter cast before out of the count, and no other', async () => {
    const { list, ada } = await submitted();
    const ben = await addPerson(db.sql);
    const votes = voteStore(db.sql);
    await db.sql`UPDATE submissions SET status = 'refused', settled_at = now()`;
    for (const { id: userId } of [ada, ben]) await votes.set({ userId, paperId: P1, at: now });
    expect(await db.sql`SELECT upvotes FROM papers`).toEqual([{ upvotes: 2 }]);
    await db.sql`UPDATE submissions SET status = 'pending', settled_at = NULL`;
    await list();
    expect(await db.sql`SELECT upvotes FROM papers`).toEqual([{ upvotes: 1 }]);
    expect(await votes.own(ada.id, [P1])).toMatchObject([{ reason: 'own-submission', votes: 1 }]);
    expect(await votes.isOwnPaper({ userId: ada.id, paperId: P1 })).toBe(true);
    expect(await votes.isOwnPaper({ userId: ben.id, paperId: P1 })).toBe(false);
  });

  test('takes no vote of its submitter, whether it waits or is listed', async () => {
    const { list, ada } = await submitted();
    const votes = voteStore(db.sql);
    const vote = { userId: ada.id, paperId: P1, at: now };
    expect(await votes.set(vote)).toMatchObject({ state: 'own-submission', upvotes: 0 });
    await votes.withdraw(vote);
    await list();
    expect(await votes.set(vote)).toMatchObject({ state: 'own-submission', upvotes: 0 });
  });

  test('stays when its submitter goes, and is nobody’s', async () => {
    const { list, ada } = await submitted();
    await list();
    await accountStore(db.sql).deleteAccount(ada.id);
    expect((await listOf(day)).cards).toMatchObject([{ id: P1, submittedBy: null }]);
    expect(await db.sql`SELECT FROM submissions`).toHaveLength(0);
  });

  test('is in the export of who brought it', async () => {
    const { list, ada } = await submitted();
    await list();
    expect(await accountStore(db.sql).exportOf(ada.id)).toMatchObject({
      submissions: { sent: [{ paperId: P1, status: 'listed', day }], drafts: [] },
    });
  });
});

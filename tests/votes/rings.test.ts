import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ringStore } from '@/lib/db/votes/rings';
import { searchRings } from '@/lib/db/votes/search-rings';
import { voteStore } from '@/lib/db/votes-store';
import type { Viewer } from '@/src/accounts';
import type { PaperId } from '@/src/papers';
import { undoRing } from '@/src/votes';
import { aPaper, storePapers } from '@/tests/factories/paper';
import type { TestDatabase } from '@/tests/setup/test-database';
import { testDatabase } from '@/tests/setup/test-database';
import { addPerson, type TestPerson } from './people';
import { moderationStoreUndo } from './undo-by-log';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});

const now = new Date('2026-11-20T02:00:00Z');
const day = (count: number) => new Date(now.getTime() + count * 86_400_000);
let puppets: TestPerson[];
let reader: TestPerson;
let moderator: Viewer;
let papers: PaperId[];

beforeEach(async () => {
  await db.empty();
  const rows = Array.from({ length: 6 }, () => aPaper());
  await storePapers(db.sql, rows);
  papers = rows.map(({ id }) => id as PaperId);
  reader = await addPerson(db.sql);
  puppets = [];
  for (let n = 0; n < 5; n++) puppets.push(await addPerson(db.sql, { createdAt: day(-9) }));
  const store = voteStore(db.sql);
  for (const { id } of puppets) for (const paperId of papers) await store.set({ userId: id, paperId, at: day(-8) });
  for (const paperId of papers.slice(0, 2)) await store.set({ userId: reader.id, paperId, at: day(-8) });
  const { id, handle, displayName } = await addPerson(db.sql);
  await db.sql`UPDATE users SET role = 'moderator' WHERE id = ${id}`;
  moderator = {
    id,
    handle,
    displayName,
    role: 'moderator',
    createdAt: day(-100),
    via: 'session',
    scopes: ['read', 'write'],
  };
});

const counts = async () =>
  (await db.sql<{ upvotes: number }[]>`SELECT upvotes FROM papers ORDER BY id`).map(({ upvotes }) => upvotes);
const log = () => db.sql<
  {
    id: number;
    action: string;
    automatic: boolean;
    reason: string;
    undone: boolean;
    subject: string;
    actor: string | null;
  }[]
>`
  SELECT id, action, automatic, reason, undone_at IS NOT NULL AS undone, subject_id AS subject, actor_id AS actor
  FROM moderation_log ORDER BY id`;
const runs = () => db.sql<{ status: string; note: string }[]>`SELECT status, note FROM job_runs ORDER BY id`;
const ringIds = async () => (await db.sql<{ id: number }[]>`SELECT id FROM vote_rings ORDER BY id`).map(({ id }) => id);

test('the nightly search takes a ring’s votes out of the count, and nobody else’s', async () => {
  expect(await counts()).toEqual([6, 6, 5, 5, 5, 5]);
  await searchRings(db.sql, now);
  expect(await counts()).toEqual([1, 1, 0, 0, 0, 0]);
  const own = await voteStore(db.sql).own(puppets[0]?.id ?? '', papers);
  expect(own.map(({ reason }) => reason)).toEqual(Array(6).fill('suspected-ring'));
});

test('it says so in the open, without an actor', async () => {
  await searchRings(db.sql, now);
  expect(await log()).toMatchObject([
    {
      action: 'take-out-votes',
      automatic: true,
      actor: null,
      reason:
        '5 accounts vote mostly for the same 6 papers, in the first week of accounts that were made within three days.',
    },
  ]);
  expect(await runs()).toEqual([
    { status: 'succeeded', note: 'Found 1 ring, took 30 votes out of the count, judged 0 anew.' },
  ]);
});

test('a second night finds the same and changes nothing', async () => {
  await searchRings(db.sql, now);
  await searchRings(db.sql, day(1));
  expect(await log()).toHaveLength(1);
  expect((await runs())[1]?.note).toBe('Found 1 ring, took 0 votes out of the count, judged 0 anew.');
});

test('two searches at once take the votes out once', async () => {
  await Promise.all([searchRings(db.sql, now), searchRings(db.sql, now)]);
  expect(await ringIds()).toHaveLength(1);
  expect(await counts()).toEqual([1, 1, 0, 0, 0, 0]);
});

test('setting a withdrawn vote of the ring again does not bring it back', async () => {
  await searchRings(db.sql, now);
  const vote = { userId: puppets[0]?.id ?? '', paperId: papers[0] as PaperId, at: now };
  await voteStore(db.sql).withdraw(vote);
  expect(await voteStore(db.sql).set(vote)).toMatchObject({ state: 'suspected-ring', upvotes: 1 });
});

describe('undoing', () => {
  const undo = async (viewer: Viewer | null = moderator) =>
    undoRing(
      { viewer, input: { ringId: (await ringIds())[0] ?? 0, reason: 'A seminar, as its teacher told us.' }, now },
      { rings: ringStore(db.sql) },
    );

  test('puts the votes back, marks the line, and adds one', async () => {
    await searchRings(db.sql, now);
    expect(await undo()).toEqual({ ok: true, value: null });
    expect(await counts()).toEqual([6, 6, 5, 5, 5, 5]);
    expect(await log()).toMatchObject([
      { action: 'take-out-votes', undone: true },
      {
        action: 'put-back-votes',
        undone: false,
        actor: moderator.id,
        automatic: false,
        reason: 'A seminar, as its teacher told us.',
      },
    ]);
  });

  test('holds on the next night', async () => {
    await searchRings(db.sql, now);
    await undo();
    await searchRings(db.sql, day(1));
    expect(await counts()).toEqual([6, 6, 5, 5, 5, 5]);
  });

  test('leaves votes out that do not count for another reason', async () => {
    await searchRings(db.sql, now);
    await db.sql`UPDATE users SET suspended_at = now() WHERE id = ${puppets[0]?.id ?? ''}`;
    await undo();
    expect(await counts()).toEqual([5, 5, 4, 4, 4, 4]);
  });

  test('is for moderators, and once', async () => {
    await searchRings(db.sql, now);
    expect(await undo({ ...moderator, role: 'member' })).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } });
    expect(await undo(null)).toMatchObject({ ok: false, refusal: { code: 'signed-out' } });
    expect((await undo()).ok).toBe(true);
    expect(await undo()).toMatchObject({ ok: false, refusal: { code: 'undone-before' } });
  });

  test('works from the line in the log', async () => {
    await searchRings(db.sql, now);
    const [line] = await log();
    expect(await moderationStoreUndo(db.sql, { viewer: moderator, entry: line?.id ?? 0, now })).toMatchObject({
      ok: true,
    });
    expect(await counts()).toEqual([6, 6, 5, 5, 5, 5]);
  });

  test('of what is not there is refused', async () => {
    expect(await undo()).toMatchObject({ ok: false, refusal: { code: 'no-ring' } });
  });
});

test('the search also mends what a race left behind', async () => {
  await db.sql`INSERT INTO author_claims (user_id, paper_id, status) VALUES (${reader.id}, ${papers[0] ?? ''}, 'approved')`;
  await db.sql`DELETE FROM votes WHERE user_id <> ${reader.id}`;
  await searchRings(db.sql, now);
  expect(await counts()).toEqual([0, 1, 0, 0, 0, 0]);
  expect((await runs())[0]?.note).toContain('judged 1 anew');
});

test('people who vote while the search runs are counted right', async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => addPerson(db.sql)));
  const store = voteStore(db.sql);
  await Promise.all([
    searchRings(db.sql, now),
    ...people.map(({ id }) => store.set({ userId: id, paperId: papers[5] as PaperId, at: now })),
    ...puppets.map(({ id }) => store.withdraw({ userId: id, paperId: papers[4] as PaperId, at: now })),
    db.sql`DELETE FROM users WHERE id = ${puppets[1]?.id ?? ''}`,
  ]);
  const rows = await db.sql<{ upvotes: number; rows: number }[]>`
    SELECT upvotes, (SELECT count(*)::int FROM votes v WHERE v.paper_id = p.id AND v.counted) AS rows FROM papers p`;
  for (const row of rows) expect(row.upvotes).toBe(row.rows);
});

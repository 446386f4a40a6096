import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claimStore } from '@/lib/db/claims-store';
import { voteStore } from '@/lib/db/votes-store';
import type { Viewer } from '@/src/accounts';
import { claimPaper, takeBackClaim } from '@/src/claims';
import { decideClaim, readClaims, readLog, undoEntry } from '@/src/moderation';
import type { PaperId } from '@/src/papers';
import { code, moderationWorld, now } from '@/tests/moderation/world';
import { type TestDatabase, testDatabase } from '@/tests/setup/test-database';

let db: TestDatabase;
let world: ReturnType<typeof moderationWorld>;
let moderator: Viewer;
let author: Viewer;
let paper: PaperId;

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  await db.empty();
  world = moderationWorld(db.sql);
  moderator = await world.person('moderator');
  author = await world.person();
  paper = await world.paper();
});

const claims = () => claimStore(db.sql);
const claim = (viewer: Viewer | null = author, over: { paper?: string; note?: string } = {}) =>
  claimPaper(claims(), { viewer, input: { paper, note: '', ...over }, now });
const decide = (to: 'approved' | 'rejected', viewer: Viewer | null = moderator, of: Viewer = author) =>
  decideClaim(world.store, { viewer, input: { userId: of.id, paper, to, reason: 'Name and page match' }, now });
const waiting = async () => {
  const read = await readClaims(world.store, { viewer: moderator, input: { page: 1 }, now });
  return read.ok ? read.value.rows : [];
};
const own = () => claims().own({ userId: author.id, paperId: paper });
const upvotes = async () =>
  (await db.sql<{ upvotes: number }[]>`SELECT upvotes FROM papers WHERE id = ${paper}`)[0]?.upvotes;

describe('a claim', () => {
  test('waits for a moderator with its note, and changes nothing until then', async () => {
    await voteStore(db.sql).set({ userId: author.id, paperId: paper, at: now });
    expect(code(await claim(author, { note: ' My page\u202e names it. ' }))).toBe('ok');
    expect(await waiting()).toMatchObject([{ handle: author.handle, paperId: paper, note: 'My page names it.' }]);
    expect(await own()).toMatchObject({ status: 'pending' });
    expect(await claims().authors(paper, 5)).toEqual([]);
    expect(await upvotes()).toBe(1);
  });

  test('is made once, also when it is sent ten times at once', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => claim()));
    expect(all.map(code).sort()).toEqual([...Array(9).fill('claimed-before'), 'ok']);
  });

  test('is refused for an unknown paper, a long note, who is signed out, suspended, or a program', async () => {
    expect(code(await claim(author, { paper: '2601.99999' }))).toBe('no-such-paper');
    expect(code(await claim(author, { paper: 'nonsense' }))).toBe('not-an-id');
    expect(code(await claim(author, { note: 'x'.repeat(501) }))).toBe('long-note');
    expect(code(await claim(null))).toBe('signed-out');
    expect(code(await claim({ ...author, via: 'token' }))).toBe('scope');
    await db.sql`UPDATE users SET suspended_at = now() WHERE id = ${author.id}`;
    expect(code(await claim())).toBe('suspended');
  });

  test('of one person waits for ten papers at most', async () => {
    const papers = await Promise.all(Array.from({ length: 12 }, () => world.paper()));
    const all = await Promise.all(papers.map((id) => claim(author, { paper: id })));
    expect(all.map(code).filter((each) => each === 'ok')).toHaveLength(10);
  });
});

describe('a moderator', () => {
  test('confirms it: the paper names the author, whose vote is kept and not counted', async () => {
    const vote = { userId: author.id, paperId: paper, at: now };
    await voteStore(db.sql).set(vote);
    await claim();
    expect(code(await decide('approved'))).toBe('ok');
    expect(await claims().authors(paper, 5)).toEqual([{ handle: author.handle, displayName: author.displayName }]);
    expect(await upvotes()).toBe(0);
    expect(await voteStore(db.sql).own(author.id, [paper])).toMatchObject([{ reason: 'claimed-author' }]);
    expect(await waiting()).toEqual([]);
    expect((await readLog(world.store, { page: 1 })).rows).toMatchObject([
      { action: 'confirm-author', subjectKind: 'paper', subjectId: paper, reason: 'Name and page match' },
    ]);
  });

  test('undoes it by its line in the log, and that by the next one', async () => {
    await voteStore(db.sql).set({ userId: author.id, paperId: paper, at: now });
    await claim();
    await decide('approved');
    const latest = async () => (await readLog(world.store, { page: 1 })).rows[0]?.id ?? 0;
    const undo = async (viewer: Viewer) =>
      code(await undoEntry(world.store, { viewer, input: { entry: await latest(), reason: 'A namesake' }, now }));
    expect(await undo(author)).toBe('not-allowed');
    expect(await undo(moderator)).toBe('ok');
    expect([await upvotes(), (await own())?.status]).toEqual([1, 'rejected']);
    expect(await claims().authors(paper, 5)).toEqual([]);
    expect((await readLog(world.store, { page: 1 })).rows).toMatchObject([
      { action: 'reject-author', undoneAt: null },
      { action: 'confirm-author', undoneAt: now },
    ]);
    expect(await undo(moderator)).toBe('ok');
    expect([await upvotes(), (await own())?.status]).toEqual([0, 'approved']);
  });

  test('is one of two who decide at once, and does not decide on himself', async () => {
    await claim();
    const both = await Promise.all([decide('approved'), decide('approved')]);
    expect(both.map(code).sort()).toEqual(['ok', 'unchanged']);
    await claim(moderator);
    expect(code(await decide('approved', moderator, moderator))).toBe('own-claim');
    const admin = await world.person('admin');
    await claim(admin);
    expect(code(await decide('approved', admin, admin))).toBe('ok');
  });

  test('is no member, gives a reason, and finds what he decides on', async () => {
    expect(code(await decide('approved'))).toBe('no-such-claim');
    await claim();
    expect(code(await decide('approved', author))).toBe('not-allowed');
    expect(code(await decide('approved', null))).toBe('signed-out');
    const mute = { userId: author.id, paper, to: 'approved' as const, reason: ' ' };
    expect(code(await decideClaim(world.store, { viewer: moderator, input: mute, now }))).toBe('no-reason');
    expect(code(await readClaims(world.store, { viewer: author, input: { page: 1 }, now }))).toBe('not-allowed');
  });
});

test('a claim is taken back, and then the vote counts again; a rejected one stands', async () => {
  await voteStore(db.sql).set({ userId: author.id, paperId: paper, at: now });
  await claim();
  await decide('approved');
  const back = (viewer: Viewer) => takeBackClaim(claims(), { viewer, input: { paper }, now });
  expect(code(await back(moderator))).toBe('no-claim');
  expect(code(await back(author))).toBe('ok');
  expect([await upvotes(), await own()]).toEqual([1, null]);
  await claim();
  await decide('rejected');
  expect(code(await back(author))).toBe('no-claim');
  expect(code(await claim())).toBe('claimed-before');
});

test('people who go away while they are judged leave no deadlock behind', async () => {
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      const person = await world.person();
      await claim(person);
      await Promise.all([
        decide('approved', moderator, person),
        takeBackClaim(claims(), { viewer: person, input: { paper }, now }),
        db.sql`DELETE FROM users WHERE id = ${person.id}`,
      ]);
    }),
  );
  expect(await claims().authors(paper, 20)).toEqual([]);
});

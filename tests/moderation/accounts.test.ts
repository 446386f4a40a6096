import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findSession } from '@/lib/db/viewer-store';
import { voteStore } from '@/lib/db/votes-store';
import type { Role, Viewer } from '@/src/accounts';
import { type AccountAct, changeRole, findPeople, readLog, suspendAccount, undoEntry } from '@/src/moderation';
import type { TestDatabase } from '@/tests/setup/test-database';
import { testDatabase } from '@/tests/setup/test-database';
import { code, moderationWorld, now } from './world';

let db: TestDatabase;
let world: ReturnType<typeof moderationWorld>;
let admin: Viewer;
let moderator: Viewer;
let member: Viewer;

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  await db.empty();
  world = moderationWorld(db.sql);
  admin = await world.person('admin');
  moderator = await world.person('moderator');
  member = await world.person();
});

const suspend = (viewer: Viewer | null, whom: Viewer, act: AccountAct = 'suspend') =>
  suspendAccount(world.store, { viewer, input: { act, userId: whom.id, reason: 'Advertising' }, now });
const give = (viewer: Viewer | null, whom: Viewer, to: Role) =>
  changeRole(world.store, { viewer, input: { userId: whom.id, to, reason: 'Knows the field' }, now });
const roleOf = async ({ id }: Viewer): Promise<Role | undefined> =>
  (await db.sql<{ role: Role }[]>`SELECT role FROM users WHERE id = ${id}`)[0]?.role;
const log = async () => (await readLog(world.store, { page: 1 })).rows;

describe('suspending', () => {
  test('ends the sessions and takes the votes out of the count; letting back in counts them again', async () => {
    const paperId = await world.paper();
    await voteStore(db.sql).set({ userId: member.id, paperId, at: now });
    await db.sql`
      INSERT INTO sessions (id, token, user_id, expires_at) VALUES ('s', 'token', ${member.id}, now() + interval '1 day')`;
    const upvotes = async () =>
      (await db.sql<{ upvotes: number }[]>`SELECT upvotes FROM papers WHERE id = ${paperId}`)[0]?.upvotes;
    expect(await upvotes()).toBe(1);
    expect(await findSession(db.sql, 'token')).toBeDefined();
    expect(code(await suspend(moderator, member))).toBe('ok');
    expect(await upvotes()).toBe(0);
    expect(await findSession(db.sql, 'token')).toBeUndefined();
    expect((await db.sql`SELECT 1 FROM sessions WHERE user_id = ${member.id}`).length).toBe(0);
    expect(await db.sql`SELECT reason FROM votes`).toMatchObject([{ reason: 'suspended' }]);
    expect(code(await suspend(moderator, member, 'reinstate'))).toBe('ok');
    expect(await upvotes()).toBe(1);
  });

  test('stops a comment that is on its way', async () => {
    const paperId = await world.paper();
    const text = { body: 'a', bodyHtml: '<p>a</p>', renderVersion: 1, now };
    const say = (n: number) =>
      world.comments.insert(
        { paperId, parentId: null, authorId: member.id, ...text, body: `n ${n}` },
        { dailyCap: 99 },
      );
    const [done, ...said] = await Promise.all([
      suspend(moderator, member),
      ...Array.from({ length: 8 }, (_, n) => say(n)),
    ]);
    expect(code(done)).toBe('ok');
    expect(said.every(({ kind }) => kind === 'posted' || kind === 'suspended')).toBe(true);
    expect((await say(99)).kind).toBe('suspended');
  });

  test.each([
    ['a moderator', () => moderator, () => admin, 'too-high'],
    ['a moderator', () => moderator, () => ({ ...moderator, id: 'f'.repeat(24) }), 'no-such-person'],
    ['a moderator, himself', () => moderator, () => moderator, 'self'],
    ['an administrator, himself', () => admin, () => admin, 'self'],
    ['a member', () => member, () => moderator, 'not-allowed'],
    ['nobody', () => null, () => member, 'signed-out'],
  ])('%s is refused', async (_name, viewer, whom, refusal) => {
    expect(code(await suspend(viewer(), whom()))).toBe(refusal);
    expect(await log()).toEqual([]);
  });

  test('reaches moderators by administrators only, and no administrator', async () => {
    const [other, second] = [await world.person('moderator'), await world.person('admin')];
    expect(code(await suspend(moderator, other))).toBe('too-high');
    expect(code(await suspend(admin, other))).toBe('ok');
    expect(code(await suspend(admin, second))).toBe('too-high');
  });

  test('twice at once is one line in the log', async () => {
    const codes = (await Promise.all([suspend(moderator, member), suspend(admin, member)])).map(code);
    expect(codes.sort()).toEqual(['ok', 'unchanged']);
    expect(await log()).toMatchObject([
      { action: 'suspend', subjectKind: 'user', subjectName: member.handle, reason: 'Advertising' },
    ]);
  });

  test('is undone from the log', async () => {
    await suspend(moderator, member);
    const [line] = await log();
    const input = { entry: line?.id ?? 0, reason: 'A mix-up' };
    expect(code(await undoEntry(world.store, { viewer: moderator, input, now }))).toBe('ok');
    expect(await log()).toMatchObject([{ action: 'reinstate' }, { action: 'suspend', undoneAt: now }]);
    expect(await db.sql`SELECT 1 FROM users WHERE suspended_at IS NOT NULL`).toHaveLength(0);
  });
});

describe('roles', () => {
  test('are given by administrators, and the log says from what to what', async () => {
    expect(code(await give(admin, member, 'moderator'))).toBe('ok');
    expect(await roleOf(member)).toBe('moderator');
    expect(await log()).toMatchObject([{ action: 'change-role', detail: { from: 'member', to: 'moderator' } }]);
  });

  test.each([
    ['a moderator', () => moderator, 'not-allowed'],
    ['a member', () => member, 'not-allowed'],
    ['nobody', () => null, 'signed-out'],
    ['a token, whatever its scopes', () => ({ ...admin, via: 'token' as const }), 'scope'],
  ])('%s gives none', async (_name, viewer, refusal) => {
    expect(code(await give(viewer(), member, 'admin'))).toBe(refusal);
    expect(await roleOf(member)).toBe('member');
  });

  test('who was demoted a moment ago gives none', async () => {
    const stale = await world.person('admin');
    await give(admin, stale, 'member');
    expect(code(await give(stale, member, 'admin'))).toBe('not-an-admin');
    expect(await roleOf(member)).toBe('member');
  });

  test('the last administrator stays one', async () => {
    expect(code(await give(admin, admin, 'member'))).toBe('last-admin');
    expect(await roleOf(admin)).toBe('admin');
    const second = await world.person('admin');
    expect(code(await give(admin, admin, 'member'))).toBe('ok');
    expect(code(await give(second, second, 'moderator'))).toBe('last-admin');
  });

  test('of two administrators who demote each other at the same instant one remains', async () => {
    for (let round = 0; round < 15; round++) {
      await db.sql`UPDATE users SET role = 'member' WHERE role = 'admin'`;
      const [one, other] = [await world.person('admin'), await world.person('admin')];
      const codes = (await Promise.all([give(one, other, 'member'), give(other, one, 'member')])).map(code);
      expect(codes.filter((each) => each === 'ok')).toHaveLength(1);
      expect((await db.sql`SELECT 1 FROM users WHERE role = 'admin'`).length).toBe(1);
    }
  });

  test('of five administrators who all step down at once one remains', async () => {
    const all = [admin, ...(await Promise.all(Array.from({ length: 4 }, () => world.person('admin'))))];
    const codes = (await Promise.all(all.map((each) => give(each, each, 'member')))).map(code);
    expect(codes.filter((each) => each === 'last-admin')).toHaveLength(1);
    expect((await db.sql`SELECT 1 FROM users WHERE role = 'admin'`).length).toBe(1);
  });

  test('a change is undone from the log, by administrators only', async () => {
    await give(admin, member, 'moderator');
    const [line] = await log();
    const undo = (viewer: Viewer) =>
      undoEntry(world.store, { viewer, input: { entry: line?.id ?? 0, reason: 'A mix-up' }, now });
    expect(code(await undo(moderator))).toBe('not-allowed');
    expect(code(await undo(admin))).toBe('ok');
    expect(await roleOf(member)).toBe('member');
    expect((await log()).find(({ id }) => id === line?.id)?.undoneAt).toEqual(now);
  });
});

describe('finding people', () => {
  const find = (viewer: Viewer | null, text: string) =>
    findPeople(world.store, { viewer, input: { text, page: 1 }, now });
  const handles = async (viewer: Viewer, text: string): Promise<string[]> => {
    const found = await find(viewer, text);
    return found.ok ? found.value.rows.map(({ handle }) => handle) : [];
  };

  test('goes by handle and name, and for administrators by address', async () => {
    expect(await handles(moderator, `@${member.handle}`)).toContain(member.handle);
    expect(await handles(moderator, member.displayName.toUpperCase())).toContain(member.handle);
    expect(await handles(admin, `${member.handle}@example.org`)).toEqual([member.handle]);
    expect(await handles(moderator, `${member.handle}@example.org`)).toEqual([]);
  });

  test('shows moderators no address', async () => {
    expect(JSON.stringify(await find(moderator, ''))).not.toContain('@example.org');
    expect(JSON.stringify(await find(admin, ''))).toContain('@example.org');
  });

  test.each(['%', '_', '\\', "'; DROP TABLE users; --", '%%%%%%%%%%%%%%%%%%'])('%j means itself', async (text) => {
    expect(await handles(admin, text)).toEqual([]);
  });

  test('is not for members', async () => {
    expect(code(await find(member, ''))).toBe('not-allowed');
    expect(code(await find(null, ''))).toBe('signed-out');
  });
});

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/src/accounts';
import type { Comment } from '@/src/comments';
import { flagItem, flagReasons, moderateItem, readLog, readQueue } from '@/src/moderation';
import type { PaperId } from '@/src/papers';
import type { TestDatabase } from '@/tests/setup/test-database';
import { testDatabase } from '@/tests/setup/test-database';
import { code, moderationWorld, now } from './world';

let db: TestDatabase;
let world: ReturnType<typeof moderationWorld>;
let moderator: Viewer;
let author: Viewer;
let paperId: PaperId;
let comment: Comment;

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  await db.empty();
  world = moderationWorld(db.sql);
  moderator = await world.person('moderator');
  author = await world.person();
  paperId = await world.paper();
  comment = await world.comment(paperId, author);
});

type Over = { kind?: 'paper' | 'comment'; id?: string; reason?: string };
const flag = (viewer: Viewer | null, over: Over = {}) =>
  flagItem(world.store, { viewer, input: { kind: 'comment', id: comment.id, reason: 'spam', ...over }, now });
const waiting = async () => {
  const queue = await readQueue(world.store, { viewer: moderator, input: { page: 1 }, now });
  return queue.ok ? queue.value.rows : [];
};
const decide = (act: 'hide' | 'dismiss', reason = 'Looked at it') =>
  moderateItem(world.store, { viewer: moderator, input: { kind: 'comment', id: comment.id, act, reason }, now });

test('the second flag puts a comment into the queue, the first does not', async () => {
  expect(await flag(await world.person())).toEqual({ ok: true, value: { queued: false } });
  expect(await waiting()).toEqual([]);
  expect(await flag(await world.person(), { reason: 'abuse' })).toEqual({ ok: true, value: { queued: true } });
  expect(await waiting()).toMatchObject([
    {
      kind: 'comment',
      id: comment.id,
      paper: { id: paperId },
      comment: { bodyHtml: '<p>Well said.</p>', author: { handle: author.handle } },
      flags: [
        { reason: 'abuse', count: 1 },
        { reason: 'spam', count: 1 },
      ],
    },
  ]);
});

test('two flags at the same instant queue the item once', async () => {
  for (let round = 0; round < 20; round++) {
    comment = await world.comment(paperId, author, `round ${round}`);
    const people = await Promise.all([world.person(), world.person()]);
    const flagged = await Promise.all(people.map((person) => flag(person)));
    expect(flagged.map((one) => one.ok && one.value.queued).sort()).toEqual([false, true]);
  }
  expect(await waiting()).toHaveLength(20);
});

test('of forty flags at once every one is kept and the item waits once', async () => {
  const people = await Promise.all(Array.from({ length: 40 }, () => world.person()));
  const flagged = await Promise.all(people.map((person) => flag(person)));
  expect(flagged.filter((one) => one.ok && one.value.queued)).toHaveLength(1);
  expect(await waiting()).toMatchObject([{ flags: [{ reason: 'spam', count: 40 }] }]);
});

test('one person flags an item once, however often he tries', async () => {
  const person = await world.person();
  const codes = (await Promise.all(Array.from({ length: 6 }, () => flag(person)))).map(code);
  expect(codes.sort()).toEqual([...Array(5).fill('flagged-before'), 'ok']);
  expect(await waiting()).toEqual([]);
});

test('papers can be flagged too, for reasons of their own', async () => {
  const input = { kind: 'paper', id: paperId, reason: 'duplicate' } as const;
  for (const person of [await world.person(), await world.person()]) expect(code(await flag(person, input))).toBe('ok');
  expect(await waiting()).toMatchObject([{ kind: 'paper', id: paperId, comment: null }]);
});

describe('a flag is refused', () => {
  test.each([
    ['signed out', async (): Promise<Viewer | null> => null, {}, 'signed-out'],
    ['in the first week', async () => world.person('member', { createdAt: now }), {}, 'too-new'],
    ['on one’s own comment', async () => author, {}, 'own-item'],
    ['for a reason that is not on the list', async () => world.person(), { reason: 'dislike' }, 'bad-reason'],
    ['for a reason of the other list', async () => world.person(), { reason: 'duplicate' }, 'bad-reason'],
    ['on what is not there', async () => world.person(), { id: 'f'.repeat(24) }, 'no-such-item'],
    ['on what is no id', async () => world.person(), { id: "' OR 1=1" }, 'no-such-item'],
    [
      'on a paper that is not there',
      async () => world.person(),
      { kind: 'paper', id: '2601.99999', reason: 'illegal' },
      'no-such-item',
    ],
    ['by a token that only reads', async () => world.person('member', { via: 'token', scopes: ['read'] }), {}, 'scope'],
  ] as const)('%s', async (_name, viewer, over, refusal) => {
    expect(code(await flag(await viewer(), over))).toBe(refusal);
  });

  test('on what is hidden or deleted already', async () => {
    await decide('hide');
    expect(code(await flag(await world.person()))).toBe('no-such-item');
  });

  test('beyond twenty an hour', async () => {
    const person = await world.person();
    const codes: string[] = [];
    for (let n = 0; n < 21; n++) {
      comment = await world.comment(paperId, author, `n ${n}`);
      codes.push(code(await flag(person)));
    }
    expect(codes.slice(0, 20)).toEqual(Array(20).fill('ok'));
    expect(codes[20]).toBe('too-many');
  });
});

describe('once a moderator found nothing wrong', () => {
  beforeEach(async () => {
    for (const person of [await world.person(), await world.person()]) await flag(person);
    expect(code(await decide('dismiss'))).toBe('ok');
  });

  test('the item waits no longer, and a second look says so', async () => {
    expect(await waiting()).toEqual([]);
    expect(code(await decide('dismiss'))).toBe('unchanged');
  });

  test('it takes two more people to bring it back', async () => {
    await flag(await world.person());
    expect(await waiting()).toEqual([]);
    await flag(await world.person());
    expect(await waiting()).toMatchObject([{ id: comment.id, flags: [{ reason: 'spam', count: 2 }] }]);
  });
});

test('the public log names who decided and why, and never who flagged', async () => {
  const flaggers = [await world.person(), await world.person()];
  for (const person of flaggers) await flag(person);
  await decide('hide', 'Advertising');
  const log = await readLog(world.store, { page: 1 });
  expect(log.rows).toMatchObject([
    {
      actor: { handle: moderator.handle },
      action: 'hide',
      subjectId: comment.id,
      subjectPaper: paperId,
      reason: 'Advertising',
    },
  ]);
  const all = JSON.stringify(log);
  for (const { handle, id } of flaggers) {
    expect(all).not.toContain(`"${handle}"`);
    expect(all).not.toContain(id);
  }
});

test('every kind has reasons, and no two of them the same code', () => {
  for (const kind of ['paper', 'comment'] as const) {
    const codes = flagReasons(kind).map((reason) => reason.code);
    expect(codes.length).toBeGreaterThan(3);
    expect(new Set(codes).size).toBe(codes.length);
  }
});

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { feedStore } from '@/lib/db/feed-store';
import type { Viewer } from '@/src/accounts';
import { postComment } from '@/src/comments';
import { DEFAULT_OPTIONS, readPaper, readPeriod } from '@/src/feed';
import { type ItemAct, moderateItem, readItem, readLog, undoEntry } from '@/src/moderation';
import type { PaperId } from '@/src/papers';
import { dayTag, LISTS_TAG, MODERATION_TAG, paperTag, type UtcDay } from '@/src/shared';
import { aListing, storeListings } from '@/tests/factories/listing';
import type { TestDatabase } from '@/tests/setup/test-database';
import { testDatabase } from '@/tests/setup/test-database';
import { code, moderationWorld, now } from './world';

let db: TestDatabase;
let world: ReturnType<typeof moderationWorld>;
let moderator: Viewer;
let author: Viewer;
let paperId: PaperId;
const day = '2026-01-06' as UtcDay;

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  await db.empty();
  world = moderationWorld(db.sql);
  moderator = await world.person('moderator');
  author = await world.person();
  paperId = await world.paper();
  await storeListings(db.sql, [aListing({ paper_id: paperId, day })]);
});

type Ref = { kind: 'paper' | 'comment'; id: string };
const act = (ref: Ref, deed: ItemAct, over: { viewer?: Viewer | null; reason?: string } = {}) =>
  moderateItem(world.store, {
    viewer: over.viewer === undefined ? moderator : over.viewer,
    input: { ...ref, act: deed, reason: over.reason ?? 'Off the subject' },
    now,
  });
const paper = (): Ref => ({ kind: 'paper', id: paperId });
const count = async (): Promise<number | undefined> =>
  (await db.sql<{ comments: number }[]>`SELECT comments FROM papers WHERE id = ${paperId}`)[0]?.comments;
const log = async () => (await readLog(world.store, { page: 1 })).rows;

describe('a hidden paper', () => {
  const feed = () => feedStore(db.sql, ['cs.CL']);
  const listed = async (): Promise<string[]> => {
    const slice = { limit: 30, offset: 0, cap: 100 };
    const [period, trending, category, authored] = await Promise.all([
      readPeriod(feed(), { period: { kind: 'day', key: day }, options: DEFAULT_OPTIONS, now }),
      feed().trending({ show: 'all', category: null, ...slice }),
      feed().inCategory('cs.CL', slice),
      feed().byAuthor((await db.sql<{ key: string }[]>`SELECT author_keys[1] AS key FROM papers`)[0]?.key ?? '', slice),
    ]);
    const ofDay = period.ok ? period.value.list.cards : [];
    return [ofDay, trending.cards, category.cards, authored.cards].map((cards) => cards.map(({ id }) => id).join());
  };

  test('is in no list, keeps its page, and comes back', async () => {
    expect(await listed()).toEqual(Array(4).fill(paperId));
    expect(code(await act(paper(), 'hide'))).toBe('ok');
    expect(await listed()).toEqual(['', '', '', '']);
    expect(await readPaper(feed(), paperId)).toMatchObject({ ok: true, value: { id: paperId, hidden: true } });
    expect(await feed().countByDay({ from: day, to: '2026-01-07' as UtcDay })).toEqual([]);
    expect(code(await act(paper(), 'restore'))).toBe('ok');
    expect(await listed()).toEqual(Array(4).fill(paperId));
  });

  test('is announced under every page that showed it, and the log', async () => {
    const heard = new Set<string>();
    const { unlisten } = await db.sql.listen('broadsheet_changes', (tags) => {
      for (const tag of tags.split(' ')) heard.add(tag);
    });
    await act(paper(), 'hide');
    await expect.poll(() => heard.size).toBe(4);
    await unlisten();
    expect([...heard].sort()).toEqual([dayTag(day), LISTS_TAG, MODERATION_TAG, paperTag(paperId)].sort());
  });
});

test('a hidden comment leaves the count, and comes back into it', async () => {
  const { id } = await world.comment(paperId, author);
  expect(await count()).toBe(1);
  expect(code(await act({ kind: 'comment', id }, 'hide'))).toBe('ok');
  expect(await count()).toBe(0);
  expect((await world.comments.one(id))?.state).toBe('hidden');
  expect(code(await act({ kind: 'comment', id }, 'restore'))).toBe('ok');
  expect(await count()).toBe(1);
});

test('a closed discussion takes nothing, and takes it again once opened', async () => {
  const say = (body: string) =>
    postComment(world.comments, { viewer: author, mode: 'on', input: { paperId, parentId: null, body }, now });
  expect(code(await act(paper(), 'lock'))).toBe('ok');
  expect(code(await say('a'))).toBe('locked');
  expect(code(await act(paper(), 'unlock'))).toBe('ok');
  expect(code(await say('a'))).toBe('ok');
});

test('a comment sent while the discussion is being closed is either there or refused, and nothing comes after', async () => {
  const people = await Promise.all(Array.from({ length: 8 }, () => world.person()));
  const say = (viewer: Viewer, n: number) =>
    postComment(world.comments, { viewer, mode: 'on', input: { paperId, parentId: null, body: `n ${n}` }, now });
  const [closed, ...said] = await Promise.all([act(paper(), 'lock'), ...people.map(say)]);
  expect(code(closed)).toBe('ok');
  const taken = said.filter((one) => one.ok).length;
  expect(said.every((one) => ['ok', 'locked'].includes(code(one)))).toBe(true);
  expect(await count()).toBe(taken);
  expect(code(await say(author, 99))).toBe('locked');
});

test('of ten moderators who hide the same at once, one does, and the log has one line', async () => {
  const { id } = await world.comment(paperId, author);
  const moderators = await Promise.all(Array.from({ length: 10 }, () => world.person('moderator')));
  const codes = (await Promise.all(moderators.map((viewer) => act({ kind: 'comment', id }, 'hide', { viewer })))).map(
    code,
  );
  expect(codes.sort()).toEqual(['ok', ...Array(9).fill('unchanged')].sort());
  expect(await log()).toHaveLength(1);
});

describe('nobody else', () => {
  test.each(['hide', 'restore', 'lock', 'unlock', 'dismiss'] as const)('may %s', async (deed) => {
    expect(code(await act(paper(), deed, { viewer: author }))).toBe('not-allowed');
    expect(code(await act(paper(), deed, { viewer: null }))).toBe('signed-out');
    expect(code(await act(paper(), deed, { viewer: { ...moderator, via: 'token', scopes: ['read'] } }))).toBe('scope');
    expect(await log()).toEqual([]);
  });
});

describe('a deed needs', () => {
  test.each(['', '  ', 'ab', '\u200b\u200b\u200b\u200b'])('a reason, and %j is none', async (reason) => {
    expect(code(await act(paper(), 'hide', { reason }))).toBe('no-reason');
  });
  test('a reason of one line that fits', async () => {
    expect(code(await act(paper(), 'hide', { reason: 'x'.repeat(301) }))).toBe('long-reason');
    await act(paper(), 'hide', { reason: 'one\r\ntwo\u202e three' });
    expect((await log())[0]?.reason).toBe('one two three');
  });
  test('an item that is there', async () => {
    expect(code(await act({ kind: 'paper', id: '2601.99999' }, 'hide'))).toBe('no-such-item');
    expect(code(await act({ kind: 'comment', id: 'nonsense' }, 'hide'))).toBe('no-such-item');
  });
  test('an item that it can be done to', async () => {
    const { id } = await world.comment(paperId, author);
    expect(code(await act({ kind: 'comment', id }, 'lock'))).toBe('not-for-this');
  });
});

describe('undoing', () => {
  const undo = (entry: number, over: { viewer?: Viewer | null } = {}) =>
    undoEntry(world.store, {
      viewer: over.viewer === undefined ? moderator : over.viewer,
      input: { entry, reason: 'A mistake' },
      now,
    });

  test('brings the paper back, marks the line, and adds one that says why', async () => {
    await act(paper(), 'hide');
    const [line] = await log();
    expect(code(await undo(line?.id ?? 0))).toBe('ok');
    expect(await log()).toMatchObject([
      { action: 'restore', reason: 'A mistake', undoneAt: null },
      { action: 'hide', undoneAt: now },
    ]);
    expect(await world.store.item({ kind: 'paper', id: paperId })).toMatchObject({ hidden: false });
  });

  test('is done once', async () => {
    await act(paper(), 'lock');
    const [line] = await log();
    const codes = (await Promise.all([undo(line?.id ?? 0), undo(line?.id ?? 0)])).map(code);
    expect(codes).toContain('ok');
    expect(codes.filter((each) => each === 'ok')).toHaveLength(1);
    expect(code(await undo(line?.id ?? 0))).toBe('undone-before');
  });

  test('restoring by hand marks the line as well', async () => {
    await act(paper(), 'hide');
    await act(paper(), 'restore');
    const lines = await log();
    expect(lines.find(({ action }) => action === 'hide')?.undoneAt).toEqual(now);
  });

  test('is not for members, and not for what is no deed', async () => {
    await act(paper(), 'hide');
    const [line] = await log();
    expect(code(await undo(line?.id ?? 0, { viewer: author }))).toBe('not-allowed');
    expect(code(await undo(0))).toBe('no-such-entry');
    await act(paper(), 'restore');
    expect(code(await undo((await log())[0]?.id ?? 0))).toBe('not-undoable');
  });
});

test('an item shows what was decided about it before, and about nothing else', async () => {
  const { id } = await world.comment(paperId, author);
  await act({ kind: 'comment', id }, 'hide');
  await act(paper(), 'lock');
  const read = await readItem(world.store, { viewer: moderator, input: { kind: 'comment', id }, now });
  expect(read).toMatchObject({
    ok: true,
    value: { item: { hidden: true }, history: [{ action: 'hide', subjectId: id }] },
  });
  expect(read.ok && read.value.history).toHaveLength(1);
  expect(code(await readItem(world.store, { viewer: author, input: { kind: 'comment', id }, now }))).toBe(
    'not-allowed',
  );
});

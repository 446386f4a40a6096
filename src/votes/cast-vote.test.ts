import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/src/accounts';
import { fakeWorld } from '@/tests/votes/fake-world';
import { voteStoreContract } from '@/tests/votes/vote-store-contract';
import { castVote } from './cast-vote';
import { readOwnVotes } from './read-own-votes';
import type { VoteLimit } from './store';

voteStoreContract('the fake', async () => fakeWorld());

const now = new Date('2026-11-23T12:00:00Z');
const free: VoteLimit = async () => ({ allowed: true });
let world: ReturnType<typeof fakeWorld>;
let viewer: Viewer;
let paperId: string;

beforeEach(async () => {
  world = fakeWorld();
  const { id, handle, displayName } = await world.addPerson();
  const createdAt = new Date('2026-11-01T00:00:00Z');
  viewer = { id, handle, displayName, role: 'member', createdAt, via: 'session', scopes: ['read', 'write'] };
  paperId = await world.addPaper({ outside: 4 });
});

const cast = (
  over: Partial<{ viewer: Viewer | null; paperId: string; intent: 'set' | 'withdraw' }> = {},
  limit = free,
) =>
  castVote(
    {
      viewer: over.viewer === undefined ? viewer : over.viewer,
      input: { paperId: over.paperId ?? paperId, intent: over.intent ?? 'set' },
      now,
    },
    { votes: world.store, limit },
  );

test('an upvote counts and comes back with the counts', async () => {
  expect(await cast()).toEqual({
    ok: true,
    value: { paperId, state: 'counted', changed: true, upvotes: 1, votes: 5 },
  });
});

test('any spelling of the id reaches the paper', async () => {
  await cast({ paperId: `arXiv:${paperId}v3` });
  expect(await world.store.own(viewer.id, [paperId as never])).toHaveLength(1);
});

describe('refused, and without a trace, is', () => {
  test.each([
    ['who is signed out', { viewer: null }, 'signed-out'],
    ['what is no id', { paperId: '../../etc/passwd' }, 'bad-id'],
    ['an unknown paper', { paperId: '2601.09999' }, 'no-paper'],
  ] as const)('%s', async (_, over, code) => {
    expect(await cast(over)).toMatchObject({ ok: false, refusal: { code } });
    expect(world.store.history).toEqual([]);
  });

  test('a token that may only read', async () => {
    const reader: Viewer = { ...viewer, via: 'token', scopes: ['read'] };
    expect(await cast({ viewer: reader })).toMatchObject({ ok: false, refusal: { code: 'scope' } });
  });

  test('who votes too fast, told for how long', async () => {
    const refused = await cast({}, async () => ({ allowed: false, retryAfter: 4 }));
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'too-many', retryAfter: 4 } });
    expect(refused.ok ? '' : refused.refusal.message).toContain('Try again in 4 seconds.');
    expect(world.store.history).toEqual([]);
  });
});

test('a vote cast before a paper was withdrawn can still be taken back', async () => {
  await cast();
  world.store.papers.set(paperId, { withdrawn: true, outside: 4 });
  expect(await cast({ intent: 'withdraw' })).toMatchObject({ ok: true, value: { state: 'none', votes: 4 } });
  expect(await cast()).toMatchObject({ ok: false, refusal: { code: 'withdrawn-paper' } });
});

describe('the votes of a page', () => {
  const read = (ids: string, who: Viewer | null = viewer) =>
    readOwnVotes({ viewer: who, ids, now }, { votes: world.store });

  test('are the viewer’s own', async () => {
    await cast();
    expect(await read(`${paperId},2601.00099`)).toEqual({ ok: true, value: [{ paperId, reason: null, votes: 5 }] });
  });

  test('of no papers are none', async () => {
    expect(await read('')).toEqual({ ok: true, value: [] });
    expect(await read(',,,')).toEqual({ ok: true, value: [] });
  });

  test('are asked for two hundred papers at most', async () => {
    const ids = (count: number) =>
      Array.from({ length: count }, (_, at) => `2601.${String(at + 1).padStart(5, '0')}`).join(',');
    expect(await read(ids(200))).toMatchObject({ ok: true });
    expect(await read(ids(201))).toMatchObject({ ok: false, refusal: { code: 'too-long' } });
    expect(await read(ids(50_000))).toMatchObject({ ok: false, refusal: { code: 'too-long' } });
  });

  test.each(['x', '2601.00001,%00', '2601.00001;drop table votes'])('are refused for %j', async (ids) => {
    expect(await read(ids)).toMatchObject({ ok: false, refusal: { code: 'bad-id' } });
  });

  test('are nobody’s while signed out', async () => {
    expect(await read(paperId, null)).toMatchObject({ ok: false, refusal: { code: 'signed-out' } });
  });
});

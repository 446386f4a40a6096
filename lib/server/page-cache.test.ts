import { expect, test } from 'vitest';
import type { CacheTag } from '@/src/shared';
import { PageCache, type PageKey } from './page-cache';

type Body = { text: string; bytes: number; keep: 'page' | 'absence' | 'no' };

const DAY = 'day:2026-05-29' as CacheTag;
const day: PageKey = { key: '/papers', path: '/papers', tags: [DAY], maxAgeMs: 60_000 };
const changed = new Set<string>([DAY]);

/** A cache with a clock of its own, and renderings that are finished by hand. */
function setUp({ maxBytes = 1_000_000, listening = true } = {}) {
  const state = { now: 1_000_000, listening, rendered: 0 };
  const cache = new PageCache<Body>({ maxBytes, isListening: () => state.listening, clock: () => state.now });
  const page =
    (over: Partial<Body> = {}) =>
    async (): Promise<Body> => {
      state.rendered++;
      return { text: `no. ${state.rendered}`, bytes: 100, keep: 'page', ...over };
    };
  const read = async (key = day, render = page()): Promise<string> => {
    const { page: body, how } = await cache.get(key, render);
    return `${body.text} ${how}`;
  };
  return { state, cache, page, read };
}

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

test('a page is made once and then kept', async () => {
  const { read } = setUp();
  expect(await read()).toBe('no. 1 miss');
  expect(await read()).toBe('no. 1 hit');
});

test('readers who come together wait for one rendering', async () => {
  const { cache, state, page } = setUp();
  const all = await Promise.all(Array.from({ length: 50 }, () => cache.get(day, page())));
  expect(state.rendered).toBe(1);
  expect(new Set(all.map((outcome) => outcome.page.text))).toEqual(new Set(['no. 1']));
});

test('a change shows to the next reader', async () => {
  const { read, cache } = setUp();
  await read();
  cache.expire(changed);
  expect(await read()).toBe('no. 2 miss');
});

test('a change of something else leaves a page alone, and a change of unknown extent none', async () => {
  const { read, cache } = setUp();
  await read();
  cache.expire(new Set(['day:2026-05-28']));
  expect(await read()).toBe('no. 1 hit');
  cache.expire();
  expect(await read()).toBe('no. 2 miss');
});

test('while a page is made anew others get the one before, for two seconds', async () => {
  const { cache, read, state } = setUp();
  await read();
  cache.expire(changed);
  const slow = deferred<Body>();
  const first = cache.get(day, () => slow.promise);
  state.now += 1_500;
  expect(await read()).toBe('no. 1 stale');
  state.now += 600;
  const late = cache.get(day, () => Promise.reject(new Error('a second rendering')));
  slow.resolve({ text: 'new', bytes: 100, keep: 'page' });
  expect((await first).page.text).toBe('new');
  expect((await late).page.text).toBe('new');
});

test('a patient reader sees his own change even when a rendering began before it', async () => {
  const { cache, read } = setUp();
  await read();
  cache.expire(changed);
  const slow = deferred<Body>();
  const other = cache.get(day, () => slow.promise);
  cache.expire(changed);
  const own = cache.get(day, async () => ({ text: 'with his vote', bytes: 100, keep: 'page' }), { patient: true });
  slow.resolve({ text: 'without', bytes: 100, keep: 'page' });
  expect((await other).page.text).toBe('without');
  expect((await own).page.text).toBe('with his vote');
});

test('under a stream of changes a page is made about once a second', async () => {
  const { cache, read, state } = setUp();
  for (let at = 0; at < 1_000; at++) {
    cache.expire(changed);
    await read();
    state.now += 10;
  }
  expect(state.rendered).toBeGreaterThanOrEqual(10);
  expect(state.rendered).toBeLessThanOrEqual(14);
});

test('under a stream of changes a page is ready while it waits for its turn, and not when that has come', async () => {
  const { cache, read, state } = setUp();
  for (let at = 0; at < 6; at++) {
    await read();
    cache.expire(changed);
  }
  expect(cache.ready(day.key)).toBeDefined();
  expect(cache.fresh(day.key)).toBeUndefined();
  state.now += 1_000;
  expect(cache.ready(day.key)).toBeUndefined();
});

test('whoever made a change sees it, however often the page was made lately; others wait for its turn', async () => {
  const { cache, page, read } = setUp();
  for (let change = 0; change < 5; change++) {
    await read();
    cache.expire(changed);
  }
  const before = await read();
  expect(before).toMatch(/stale$/);
  expect(cache.ready(day.key)).toBeDefined();
  cache.expire(changed, { awaited: true });
  expect(cache.ready(day.key)).toBeUndefined();
  expect(await read()).toBe(before);
  const own = await cache.get(day, page(), { patient: true });
  expect(own.how).toBe('miss');
  // The news of the same change, from the database.
  cache.expire(changed);
  expect((await cache.get(day, page(), { patient: true })).page.text).toBe(own.page.text);
});

test('a page that says today is made anew when it is too old', async () => {
  const { read, state } = setUp();
  await read();
  state.now += 59_999;
  expect(await read()).toBe('no. 1 hit');
  state.now += 1;
  expect(await read()).toBe('no. 2 miss');
});

test('without news of changes a page counts as fresh for a second only', async () => {
  const { read, state } = setUp({ listening: false });
  await read();
  state.now += 999;
  expect(await read()).toBe('no. 1 hit');
  state.now += 1;
  expect(await read()).toBe('no. 2 miss');
});

test('when making it anew fails the last good page is served, and it is tried again a second later', async () => {
  const { cache, read, state } = setUp();
  await read();
  cache.expire(changed);
  const broken = (): Promise<Body> => Promise.reject(new Error('no database'));
  expect(await read(day, broken)).toBe('no. 1 stale');
  state.now += 500;
  expect(await read()).toBe('no. 1 stale');
  state.now += 600;
  expect(await read()).toBe('no. 2 miss');
  expect(await read()).toBe('no. 2 hit');
  state.now += 1;
  cache.expire(changed);
  expect(await read(day, broken)).toBe('no. 2 stale');
});

test('after ten minutes of failures the reader is told', async () => {
  const { cache, read, state } = setUp();
  await read();
  cache.expire(changed);
  const broken = (): Promise<Body> => Promise.reject(new Error('no database'));
  expect(await read(day, broken)).toBe('no. 1 stale');
  state.now += 10 * 60_000 + 1;
  await expect(read(day, broken)).rejects.toThrow('no database');
});

test('a failure with nothing kept is the reader’s, and nothing of it stays', async () => {
  const { read } = setUp();
  await expect(read(day, () => Promise.reject(new Error('no database')))).rejects.toThrow('no database');
  expect(await read()).toBe('no. 1 miss');
});

test('a page that must not be kept is made for every reader', async () => {
  const { read, page, cache } = setUp();
  await read(day, page({ keep: 'no' }));
  expect(await read(day, page({ keep: 'no' }))).toBe('no. 2 miss');
  expect(cache.stats).toEqual({ entries: 0, bytes: 0 });
});

test('that a page is not there is remembered for five seconds', async () => {
  const { read, page, state } = setUp();
  await read(day, page({ keep: 'absence' }));
  state.now += 4_999;
  expect(await read(day, page({ keep: 'absence' }))).toBe('no. 1 hit');
  state.now += 1;
  expect(await read(day, page({ keep: 'absence' }))).toBe('no. 2 miss');
});

const numbered = (at: number, path = `/papers/${at}`): PageKey => ({ ...day, key: `${path}?${at}`, path });

test('what has not been asked for longest makes room', async () => {
  const { read, cache } = setUp({ maxBytes: 1_000 });
  for (let at = 0; at < 10; at++) await read(numbered(at));
  await read(numbered(0));
  await read(numbered(10));
  expect(cache.stats).toEqual({ entries: 10, bytes: 1_000 });
  expect(cache.fresh(numbered(0).key)).toBeDefined();
  expect(cache.fresh(numbered(1).key)).toBeUndefined();
});

test('a page that grows by another encoding is counted with it', async () => {
  const { cache, page } = setUp({ maxBytes: 1_000 });
  const { page: body } = await cache.get(day, page());
  body.bytes = 300;
  cache.recount(day.key);
  expect(cache.stats.bytes).toBe(300);
  body.bytes = 5_000;
  cache.recount(day.key);
  expect(cache.stats).toEqual({ entries: 0, bytes: 0 });
});

test('a flood of queries on one path, or of pages that are not there, pushes out no other page', async () => {
  const { read, page, cache } = setUp();
  await read();
  for (let at = 0; at < 500; at++) await read(numbered(at, '/papers/trending'));
  expect(cache.stats.entries).toBe(65);
  for (let at = 0; at < 500; at++) await read(numbered(at), page({ keep: 'absence' }));
  expect(cache.stats.entries).toBe(129);
  expect(await read()).toBe('no. 1 hit');
});

test('a change during a rendering is not lost', async () => {
  const { cache, read } = setUp();
  const slow = deferred<Body>();
  const first = cache.get(day, () => slow.promise);
  cache.expire(changed);
  slow.resolve({ text: 'before the change', bytes: 100, keep: 'page' });
  await first;
  expect(cache.fresh(day.key)).toBeUndefined();
  expect(await read()).toBe('no. 1 miss');
});

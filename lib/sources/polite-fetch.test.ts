import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { closedPort, type Route, startReplayServer } from '@/tests/setup/replay-server';
import type { FetchFault } from './fetch-fault';
import { hostKey, localHostTurn } from './host-turn';
import { politeFetch } from './polite-fetch';

/** A fetch whose clock runs only while it sleeps. */
function fetcher({ intervalMs = 0, attempts = 3 } = {}) {
  let clock = Date.parse('2026-01-14T12:00:00Z');
  const naps: number[] = [];
  const now = () => new Date(clock);
  const sleep = async (ms: number) => {
    naps.push(ms);
    clock += ms;
  };
  const get = politeFetch({
    userAgent: 'Broadsheet/test',
    turn: localHostTurn({ intervalMs, sleep, now }),
    fetch,
    sleep,
    now,
    random: () => 0.5,
  });
  return { get: (url: string, options = {}) => get(url, { attempts, timeoutMs: 1_000, ...options }), naps };
}

async function against(route: Route, options: Parameters<typeof fetcher>[0] & Record<string, unknown> = {}) {
  await using server = await startReplayServer({ '/x': route });
  const { get, naps } = fetcher(options);
  const outcome = await get(`${server.url}/x`, options).then(
    (answer) => ({ answer, fault: undefined }),
    (fault: unknown) => ({ answer: undefined, fault: fault as FetchFault }),
  );
  return { ...outcome, naps, requests: server.requests, count: server.count('/x') };
}

describe('a request', () => {
  it('says who asks', async () => {
    const { answer, requests } = await against({ body: 'hello' });
    expect(answer?.body.toString()).toBe('hello');
    expect(requests[0]?.headers['user-agent']).toBe('Broadsheet/test');
  });

  it('unpacks compressed answers', async () => {
    const { answer } = await against({ body: gzipSync('packed'), headers: { 'content-encoding': 'gzip' } });
    expect(answer?.body.toString()).toBe('packed');
  });

  it('is not repeated when it was wrong', async () => {
    const { fault, count } = await against({ status: 404, body: 'no' });
    expect(fault).toMatchObject({ code: 'bad-status', status: 404 });
    expect(count).toBe(1);
  });
});

describe('a source that is busy', () => {
  it.each([429, 503])('HTTP %i is waited out for as long as Retry-After says', async (status) => {
    const { answer, naps } = await against([{ status, headers: { 'retry-after': '42' } }, { body: 'ok' }]);
    expect(answer?.body.toString()).toBe('ok');
    expect(naps).toContain(42_000);
  });

  it('Retry-After may be a date', async () => {
    const headers = { 'retry-after': 'Wed, 14 Jan 2026 12:01:00 GMT' };
    expect((await against([{ status: 503, headers }, { body: 'ok' }])).naps).toContain(60_000);
  });

  it('without Retry-After the waits grow', async () => {
    const { naps, fault, count } = await against({ status: 429, body: 'Rate exceeded.' });
    expect(fault).toMatchObject({ code: 'bad-status', status: 429, message: expect.stringContaining('too often') });
    expect(count).toBe(3);
    expect(naps).toEqual([5_000, 10_000]);
  });

  it('“Rate exceeded.” counts as busy whatever the status', async () => {
    expect((await against([{ status: 200, body: 'Rate exceeded.' }, { body: 'ok' }])).answer?.body.toString()).toBe(
      'ok',
    );
  });

  it('a single attempt tells what happened, and no wait that nobody asked for', async () => {
    const { fault, naps } = await against({ status: 503 }, { attempts: 1, maxWaitMs: 100 });
    expect(fault).toMatchObject({ code: 'bad-status', status: 503 });
    expect(naps).toEqual([]);
  });

  it('asked to stay away for hours, it gives up at once', async () => {
    const { fault, count, naps } = await against({ status: 503, headers: { 'retry-after': '7200' } });
    expect(fault).toMatchObject({ code: 'come-back-later', message: expect.stringContaining('120 min') });
    expect(count).toBe(1);
    expect(naps).toEqual([]);
  });
});

describe('a source that is broken', () => {
  it('a connection that is reset is tried again', async () => {
    expect((await against([{ reset: true }, { body: 'ok' }])).answer?.body.toString()).toBe('ok');
  });

  it('a body that is cut off is tried again', async () => {
    expect((await against([{ body: 'half of it', cutAfter: 4 }, { body: 'ok' }])).answer?.body.toString()).toBe('ok');
  });

  it('silence runs into the time-out', async () => {
    const { fault } = await against({ hang: true }, { attempts: 1, timeoutMs: 150 });
    expect(fault).toMatchObject({ code: 'timed-out' });
  });

  it('so does a body that drips', async () => {
    const { fault } = await against(
      { body: 'x'.repeat(100), drip: { bytes: 1, everyMs: 20 } },
      { attempts: 1, timeoutMs: 200 },
    );
    expect(fault).toMatchObject({ code: 'timed-out' });
  });

  it('a host that is not there is unreachable', async () => {
    const { get } = fetcher({ attempts: 1 });
    await expect(get(`${await closedPort()}/x`, { attempts: 1 })).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it.each([
    ['announced', { body: 'x'.repeat(5_000) }],
    ['not announced', { body: 'x'.repeat(5_000), drip: { bytes: 1_000, everyMs: 1 } }],
    ['packed', { body: gzipSync('x'.repeat(500_000)), headers: { 'content-encoding': 'gzip' } }],
  ])('an answer that is too large, %s, is not read', async (_name, route) => {
    const { fault, count } = await against(route, { maxBytes: 2_000 });
    expect(fault).toMatchObject({ code: 'too-large' });
    expect(count).toBe(1);
  });
});

describe('redirects', () => {
  it('are followed', async () => {
    await using server = await startReplayServer({
      '/x': { status: 301, headers: { location: '/y' } },
      '/y': { body: 'there' },
    });
    const { get } = fetcher();
    const answer = await get(`${server.url}/x`);
    expect(answer.body.toString()).toBe('there');
    expect(answer.url).toBe(`${server.url}/y`);
  });

  it('that go in circles end', async () => {
    const { fault, count } = await against({ status: 302, headers: { location: '/x' } });
    expect(fault).toMatchObject({ code: 'bad-redirect' });
    expect(count).toBe(6);
  });

  it.each(['file:///etc/passwd', 'ftp://example.org/x', 'javascript:alert(1)'])(
    'to %s are refused',
    async (location) => {
      expect((await against({ status: 302, headers: { location } })).fault).toMatchObject({ code: 'bad-redirect' });
    },
  );

  it('without a target are refused', async () => {
    expect((await against({ status: 302 })).fault).toMatchObject({ code: 'bad-redirect' });
  });

  it('no address but http(s) is fetched', async () => {
    await expect(fetcher().get('file:///etc/passwd')).rejects.toMatchObject({ code: 'bad-address' });
  });
});

describe('turns', () => {
  it('one request at a time and three seconds between their starts', async () => {
    await using server = await startReplayServer({ '*': { body: 'ok', delayMs: 30 } });
    const { get, naps } = fetcher({ intervalMs: 3_000 });
    await Promise.all(['a', 'b', 'c'].map((path) => get(`${server.url}/${path}`)));
    expect(server.mostAtOnce()).toBe(1);
    expect(naps).toEqual([3_000, 3_000]);
  });

  it('redirects wait their turn too', async () => {
    await using server = await startReplayServer({
      '/x': { status: 301, headers: { location: '/y' } },
      '/y': { body: 'there' },
    });
    const { get, naps } = fetcher({ intervalMs: 3_000 });
    await get(`${server.url}/x`);
    expect(naps).toEqual([3_000]);
  });

  it('all of arXiv is one host', () => {
    const keys = ['https://export.arxiv.org/api', 'https://rss.arxiv.org/', 'https://arxiv.org/'].map((url) =>
      hostKey(new URL(url)),
    );
    expect(new Set(keys)).toEqual(new Set(['arxiv.org']));
    expect(hostKey(new URL('https://notarxiv.org/'))).toBe('notarxiv.org');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { fillFirstRun } from '@/lib/launcher/first-run';
import { type Log, silentLog } from '@/lib/log';
import { closedPort, startReplayServer } from '../setup/replay-server';
import { testDatabase } from '../setup/test-database';
import { apiFeed, rssFeed } from './arxiv-replay';

const { sql, url, empty } = await testDatabase();
beforeEach(empty);

async function fill(server: string, { now = '2026-01-14T17:00:00Z', patienceMs = 1_000 } = {}): Promise<string[]> {
  const said: string[] = [];
  const log: Log = { ...silentLog, info: (message) => said.push(message) };
  await fillFirstRun({
    databaseUrl: url,
    env: {
      ARXIV_CATEGORIES: ['cs.CL'],
      ARXIV_OAI_URL: `${server}/oai`,
      ARXIV_API_URL: `${server}/api`,
      ARXIV_FEED_URL: server,
      HUB_URL: server,
      HUB_PICKS: 'off',
      BASE_URL: undefined,
      CONTACT: undefined,
    },
    log,
    now: () => new Date(now),
    patienceMs,
  });
  return said;
}
const papers = () => sql`SELECT id, sample FROM papers ORDER BY id`;
const day = 'Wed, 14 Jan 2026 00:00:00 -0500';

describe('a database without papers', () => {
  it('gets the latest announcement, live', async () => {
    await using server = await startReplayServer({
      '/rss/cs.CL': rssFeed('cs.CL', day, [{ id: '2601.00001', type: 'new' }]),
    });
    await fill(server.url);
    expect(await papers()).toEqual([{ id: '2601.00001', sample: false }]);
    expect(await sql`SELECT day::text, source FROM listings`).toEqual([{ day: '2026-01-14', source: 'feed' }]);
  });

  it('gets the latest submissions on a day without an announcement', async () => {
    await using server = await startReplayServer({
      '/rss/cs.CL': rssFeed('cs.CL', 'Sat, 17 Jan 2026 00:00:00 -0500', []),
      '/api': apiFeed(['2601.00002']),
    });
    await fill(server.url);
    expect(await papers()).toEqual([{ id: '2601.00002', sample: false }]);
  });

  it.each([
    ['cannot be reached', async () => ({ url: await closedPort(), close: async () => {} })],
    ['is silent', () => startReplayServer({ '*': { hang: true } })],
    ['answers with HTML', () => startReplayServer({ '*': { body: '<!doctype html><html>' } })],
    ['is overloaded', () => startReplayServer({ '*': { status: 503, headers: { 'retry-after': '120' } } })],
  ])('gets the sample edition within seconds when arXiv %s', async (_name, start) => {
    const server = await start();
    const began = performance.now();
    const said = await fill(server.url, { patienceMs: 400 });
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(said.at(-1)).toContain('sample edition');
    const stored = await papers();
    expect(stored.length).toBeGreaterThanOrEqual(120);
    expect(stored.every(({ sample }) => sample)).toBe(true);
    const [counts] = await sql`
      SELECT count(DISTINCT day)::int AS days, count(*) FILTER (WHERE picked)::int AS picks,
        (SELECT count(*)::int FROM papers WHERE first_listed IS NULL) AS unlisted FROM listings`;
    expect(counts).toMatchObject({ unlisted: 0 });
    expect(counts?.['days']).toBeGreaterThanOrEqual(6);
    expect(counts?.['picks']).toBeGreaterThan(20);
    await server.close();
  });
});

describe('a database with papers', () => {
  it('is left alone', async () => {
    await fill(await closedPort());
    const [before] = await sql`SELECT count(*)::int AS runs FROM ingest_runs`;
    expect(await fill(await closedPort())).toEqual([]);
    expect((await sql`SELECT count(*)::int AS runs FROM ingest_runs`)[0]).toEqual(before);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { openIngestDatabase } from '@/lib/db/ingest-database';
import { statusStore } from '@/lib/db/status-store';
import { ingestTools } from '@/lib/jobs/ingest-tools';
import { renderInline } from '@/lib/jobs/render-inline';
import { runScheduledIngest } from '@/lib/jobs/scheduled-ingest';
import { silentLog } from '@/lib/log';
import { readStatus } from '@/src/ingest';
import { closedPort, type ReplayServer, startReplayServer } from '../setup/replay-server';
import { testDatabase } from '../setup/test-database';
import { apiKnowing, hubList, oaiPage, rssFeed } from './arxiv-replay';

const { sql, url, empty } = await testDatabase();
beforeEach(empty);

const WEDNESDAY = 'Wed, 14 Jan 2026 00:00:00 -0500';
const NOON = new Date('2026-01-14T17:00:00Z');

/** Runs the job once against a server, at a moment. */
async function tick(server: Pick<ReplayServer, 'url'>, { at = NOON, picks = 'on' as 'on' | 'off' } = {}) {
  const database = openIngestDatabase(url, renderInline);
  try {
    const env = {
      ARXIV_CATEGORIES: ['cs.CL'],
      ARXIV_OAI_URL: `${server.url}/oai`,
      ARXIV_API_URL: `${server.url}/api`,
      ARXIV_FEED_URL: server.url,
      HUB_URL: `${server.url}/hub`,
      HUB_PICKS: picks,
      BASE_URL: undefined,
      CONTACT: undefined,
    };
    const tools = ingestTools({ database, env, log: silentLog, now: () => at, intervalMs: 0, sleep: async () => {} });
    const report = await runScheduledIngest(tools);
    return report.status === 'done' ? report.tasks : report.status;
  } finally {
    await database.close();
  }
}
const later = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000);
const status = (now = NOON) => readStatus({ now, store: statusStore(sql, ['cs.CL']), categories: ['cs.CL'] });

const whole = () =>
  startReplayServer({
    '/rss/cs.CL': rssFeed('cs.CL', WEDNESDAY, [
      { id: '2601.00001', type: 'new' },
      { id: '2601.00002', type: 'cross' },
      { id: '2512.00003', type: 'replace' },
    ]),
    '/oai': oaiPage(['2601.00001', '2601.00004']),
    '/api': apiKnowing(() => true),
    '/hub/api/daily_papers': (seen) =>
      seen.url.searchParams.get('date') === '2026-01-14' ? hubList([{ id: '2601.00002', upvotes: 7 }]) : hubList([]),
  });

describe('a day', () => {
  it('comes in whole, and stands on /status as announced', async () => {
    await using server = await whole();
    const tasks = await tick(server);
    expect(tasks).toMatchObject([
      { task: 'feeds', status: 'succeeded', created: 3 },
      { task: 'picks', status: 'succeeded', updated: 1 },
      { task: 'harvest', status: 'succeeded', created: 1, updated: 1 },
      { task: 'render', status: 'succeeded' },
    ]);
    const { days, warnings, lastSuccess, runs } = await status();
    expect(days[0]).toEqual({
      day: '2026-01-14',
      weekday: true,
      categories: [{ category: 'cs.CL', announced: 2, stored: 2, missing: [] }],
    });
    expect(warnings.filter(({ code }) => code !== 'stale')).toEqual([]);
    expect(lastSuccess).not.toBeNull();
    expect(runs).toHaveLength(3);
    const rows =
      await sql`SELECT l.day::text, l.paper_id, l.announced, l.picked, p.title FROM listings l JOIN papers p ON p.id = l.paper_id ORDER BY 1, 2`;
    expect(rows).toMatchObject([
      // The harvest tells of a paper that the feed did not: the schedule gives it its day.
      { day: '2026-01-13', paper_id: '2601.00004', announced: 'new' },
      { day: '2026-01-14', paper_id: '2512.00003', announced: 'replace' },
      // The feed's day stays, though the schedule would say the 13th; the text is arXiv's own record.
      { day: '2026-01-14', paper_id: '2601.00001', announced: 'new', title: 'Harvested 2601.00001' },
      { day: '2026-01-14', paper_id: '2601.00002', announced: 'cross', picked: true },
    ]);
  });

  it('a second call within minutes asks nobody anything', async () => {
    await using server = await whole();
    await tick(server);
    const asked = server.requests.length;
    expect(await tick(server, { at: later(5) })).toEqual([]);
    expect(server.requests).toHaveLength(asked);
  });

  it('a second day of the same changes nothing', async () => {
    await using server = await whole();
    await tick(server);
    const again = await tick(server, { at: later(24 * 60) });
    for (const report of Array.isArray(again) ? again : [])
      expect(report).toMatchObject({ created: 0, updated: 0, rejected: 0 });
  });
});

describe('papers that were announced and are not there', () => {
  it('are told on /status, fetched by the next call, and then no longer missing', async () => {
    await using server = await whole();
    // One item of the feed is unreadable; the announcement still names its paper.
    server.route(
      '/rss/cs.CL',
      rssFeed('cs.CL', WEDNESDAY, [
        { id: '2601.00001', type: 'new' },
        { id: '2601.00002', type: 'new', title: ' ' },
      ]),
    );
    await tick(server, { picks: 'off' });
    expect((await status()).warnings).toContainEqual({
      code: 'counts-differ',
      message: expect.stringContaining('2601.00002'),
    });
    const tasks = await tick(server, { at: later(30), picks: 'off' });
    expect(tasks).toMatchObject([{ task: 'missing', status: 'succeeded', created: 1 }]);
    expect((await status()).days[0]?.categories[0]).toMatchObject({ announced: 2, stored: 2, missing: [] });
  });
});

describe('papers that only the Hub knows', () => {
  it('get their categories from arXiv, those that it does not know are not asked for again', async () => {
    await using server = await startReplayServer({
      '/rss/cs.CL': rssFeed('cs.CL', WEDNESDAY, []),
      '/oai': oaiPage([]),
      '/api': apiKnowing((id) => id === '2601.00001'),
      '/hub/api/daily_papers': hubList([
        { id: '2601.00001', upvotes: 1 },
        { id: '2601.00009', upvotes: 1 },
      ]),
    });
    await tick(server);
    const details = await tick(server, { at: later(15) });
    expect(details).toMatchObject([{ task: 'details', updated: 1 }]);
    expect(await sql`SELECT id, primary_category FROM papers ORDER BY id`).toEqual([
      { id: '2601.00001', primary_category: 'cs.CL' },
      { id: '2601.00009', primary_category: '' },
    ]);
    const before = server.count('/api');
    await tick(server, { at: later(90) });
    expect(server.count('/api')).toBe(before);
  });
});

describe('when sources fail', () => {
  it('arXiv’s outage does not keep the Hub’s picks away, and is told', async () => {
    await using server = await startReplayServer({
      '/hub/api/daily_papers': hubList([{ id: '2601.00001', upvotes: 2 }]),
      '*': { status: 503 },
    });
    const tasks = await tick(server);
    expect(tasks).toMatchObject([
      { task: 'feeds', status: 'failed', error: expect.stringContaining('503') },
      { task: 'picks', status: 'succeeded', created: 1 },
      { task: 'render', status: 'succeeded' },
    ]);
    expect((await status()).warnings.map(({ code }) => code)).toContain('run-failed');
  });

  it('nobody can be reached: the job says so and the next one tries again', async () => {
    const tasks = await tick({ url: await closedPort() });
    expect(tasks).toMatchObject([
      { task: 'feeds', status: 'failed' },
      { task: 'picks', status: 'failed' },
      { task: 'render' },
    ]);
    await using server = await whole();
    expect(await tick(server, { at: later(60) })).toMatchObject([
      { task: 'feeds', created: 3 },
      { task: 'picks' },
      { task: 'harvest' },
    ]);
  });

  it('a harvest that breaks off in the middle goes on from its last page', async () => {
    await using server = await whole();
    server.route('/oai', [oaiPage(['2601.00005'], { token: 'page2' }), { status: 404 }, oaiPage(['2601.00006'])]);
    expect(await tick(server)).toMatchObject([{}, {}, { task: 'harvest', status: 'failed', created: 1 }, {}]);
    expect(await tick(server, { at: later(31) })).toMatchObject([{ task: 'harvest', status: 'succeeded', created: 1 }]);
    const asked = server.requests
      .filter(({ url: { pathname } }) => pathname === '/oai')
      .map(({ url: { search } }) => search);
    expect(asked[2]).toBe('?verb=ListRecords&resumptionToken=page2');
    expect(await sql`SELECT state FROM ingest_cursors WHERE source = 'arxiv-oai'`).toEqual([
      { state: { from: '2026-01-14' } },
    ]);
  });
});

describe('two processes', () => {
  it('of two calls at once one does the work', async () => {
    await using server = await whole();
    const results = await Promise.all([tick(server), tick(server)]);
    expect(results.filter((result) => result === 'busy')).toHaveLength(1);
    expect(server.count('/rss/cs.CL')).toBe(1);
  });
});

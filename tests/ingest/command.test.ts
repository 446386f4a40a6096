import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { inventedAbstract, inventedAuthors, inventedTitle } from '../factories/prose';
import { startReplayServer } from '../setup/replay-server';
import { testDatabase } from '../setup/test-database';
import { hubList, oaiPage, rssFeed } from './arxiv-replay';

const { sql, url, empty } = await testDatabase();
beforeEach(empty);
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

function start(args: string[], more: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['lib/launcher/entry.mjs', 'ingest', ...args], {
    cwd: root,
    // Nothing of this process's own: vitest sets a BASE_URL.
    env: {
      NODE_ENV: 'test',
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATABASE_URL: url,
      LOG_LEVEL: 'error',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  const hear = (chunk: Buffer): void => {
    out += chunk.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<{ code: number | null; out: string }>((done) =>
    child.on('close', (code) => done({ code, out })),
  );
  return { child, ended };
}
const run = (...args: string[]) => start(args).ended;

const line = (n: number) =>
  JSON.stringify({
    id: `2601.${String(n).padStart(5, '0')}`,
    title: inventedTitle(n),
    abstract: inventedAbstract(n),
    authors: inventedAuthors(n),
    categories: [n % 2 === 0 ? 'cs.CL' : 'math.AG'],
    primary_category: n % 2 === 0 ? 'cs.CL' : 'math.AG',
    published: '2026-01-05T12:00:00Z',
    announced: n % 10 === 0 ? '2026-01-07' : null,
  });
function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(content) : content);
  return path;
}
const lines = (count: number, more: string[] = []) =>
  [...Array.from({ length: count }, (_, n) => line(n + 1)), ...more].join('\n');
const count = async () => (await sql<{ count: number }[]>`SELECT count(*)::int AS count FROM papers`)[0]?.count;

describe('npm run ingest', () => {
  it('imports a file, and a second time changes nothing', async () => {
    const path = file('whole.jsonl.gz', lines(1_200));
    const first = await run('file', path);
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/new\s+1,200/);
    const second = await run('file', path);
    expect(second.out).toMatch(/new\s+0\n\s+changed\s+0\n\s+unchanged\s+1,200/);
    expect(await sql`SELECT status, seen, created, unchanged FROM ingest_runs ORDER BY id`).toEqual([
      { status: 'succeeded', seen: 1_200, created: 1_200, unchanged: 0 },
      { status: 'succeeded', seen: 1_200, created: 0, unchanged: 1_200 },
    ]);
  });

  it('tells bad lines by place and reason, and its exit code tells that there were some', async () => {
    const { code, out } = await run('file', file('bad.jsonl', lines(3, ['{"half', line(4)])));
    expect(code).toBe(3);
    expect(out).toContain('bad.jsonl:4: the line is not JSON');
    expect(await count()).toBe(4);
    expect(await sql`SELECT place FROM ingest_rejects`).toEqual([{ place: 'bad.jsonl:4' }]);
  });

  it('takes only what was asked for', async () => {
    const path = file('some.jsonl', lines(40));
    await run('file', path, '--categories', 'cs.CL', '--listed');
    expect(
      await sql`SELECT DISTINCT l.day::text, p.primary_category FROM papers p JOIN listings l ON l.paper_id = p.id`,
    ).toEqual([{ day: '2026-01-07', primary_category: 'cs.CL' }]);
    expect(await count()).toBe(4);
    await run('file', path, '--from', '2026-01-06', '--to', '2026-01-06');
    expect(await count()).toBe(40);
  });

  it('a dry run writes nothing', async () => {
    const { code, out } = await run('file', file('dry.jsonl', lines(10)), '--dry-run');
    expect(code).toBe(0);
    expect(out).toMatch(/would be new\s+10/);
    expect([await count(), (await sql`SELECT id FROM ingest_runs`).length]).toEqual([0, 0]);
  });

  it('fails on a path that is not there, and explains wrong usage', async () => {
    const missing = await run('file', join(folder, 'nowhere.jsonl'));
    expect(missing).toMatchObject({ code: 1, out: expect.stringContaining('is not there') });
    expect(await run('fil')).toMatchObject({ code: 2, out: expect.stringContaining('npm run ingest --') });
    expect(await run('--help')).toMatchObject({ code: 0 });
  });

  it('killed in the middle, the next run completes the work and the ledger tells of both', async () => {
    const path = file('long.jsonl', lines(6_000));
    const { child, ended } = start(['file', path]);
    await expect.poll(count, { timeout: 25_000, interval: 20 }).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await ended;
    const stored = (await count()) ?? 0;
    expect(stored).toBeGreaterThan(0);
    // Its process is gone; minutes later the next run finds its heart stopped.
    await sql`UPDATE ingest_runs SET heartbeat_at = heartbeat_at - interval '10 minutes'`;
    const again = await run('file', path);
    expect(again.code).toBe(0);
    expect(await count()).toBe(6_000);
    expect(await sql`SELECT status, created FROM ingest_runs ORDER BY id`).toMatchObject([
      { status: 'interrupted' },
      { status: 'succeeded', created: 6_000 - stored },
    ]);
  }, 60_000);

  it('asked to stop, it finishes what is under way and says so', async () => {
    const { child, ended } = start(['file', file('stop.jsonl', lines(6_000))]);
    await expect.poll(count, { timeout: 25_000, interval: 20 }).toBeGreaterThan(0);
    child.kill('SIGINT');
    const { code, out } = await ended;
    expect(code).toBe(1);
    expect(out).toContain('file: stopped');
    expect(await sql`SELECT status FROM ingest_runs`).toEqual([{ status: 'interrupted' }]);
  }, 60_000);

  it('asks arXiv, a Hub, or whoever is due', async () => {
    await using server = await startReplayServer({
      '/rss/cs.CL': rssFeed('cs.CL', 'Wed, 14 Jan 2026 00:00:00 -0500', [{ id: '2601.00001', type: 'new' }]),
      '/oai': oaiPage(['2601.00002']),
      '/hub/api/daily_papers': hubList([{ id: '2601.00001', upvotes: 4 }]),
    });
    const from = {
      ARXIV_CATEGORIES: 'cs.CL',
      ARXIV_FEED_URL: server.url,
      ARXIV_OAI_URL: `${server.url}/oai`,
      ARXIV_API_URL: `${server.url}/api`,
      HUB_URL: `${server.url}/hub`,
      CONTACT: 'mail@example.org',
    };
    const arxiv = await start(['arxiv'], from).ended;
    expect(arxiv).toMatchObject({
      code: 0,
      out: expect.stringMatching(/arxiv-feed: finished[\s\S]*arxiv-oai: finished/),
    });
    const hub = await start(['hub', '--from', '2026-01-14', '--to', '2026-01-14'], from).ended;
    expect(hub).toMatchObject({ code: 0, out: expect.stringMatching(/changed\s+1/) });
    const due = await start([], { ...from, HUB_PICKS: 'off' }).ended;
    expect(due.out).toContain('harvest: succeeded: 1 records');
    expect(await sql`SELECT id, votes FROM papers ORDER BY id`).toEqual([
      { id: '2601.00001', votes: 4 },
      { id: '2601.00002', votes: 0 },
    ]);
    expect(
      server.requests.every(({ headers }) => /^Broadsheet\/.*mail@example\.org/.test(headers['user-agent'] ?? '')),
    ).toBe(true);
    // Three processes, one interval.
    expect(Math.min(...server.gaps())).toBeGreaterThan(2_900);
  }, 60_000);
});

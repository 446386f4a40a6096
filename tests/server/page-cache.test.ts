import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { announceChange } from '@/lib/db/announce-change';
import { dayTag, LISTS_TAG, paperTag, type UtcDay } from '@/src/shared';
import { type TestDatabase, testDatabase } from '../setup/test-database';
import { type Fixture, pageOf, startPageServer } from './page-server';

let database: TestDatabase;
let one: Fixture;
let two: Fixture;

beforeEach(async () => {
  database = await testDatabase();
  one = await startPageServer(database.url);
  two = await startPageServer(database.url);
  await listening();
});
afterEach(async () => {
  await Promise.all([one.close(), two.close()]);
});

/** Both servers have told the database that they want to hear of changes. */
async function listening(count = 2): Promise<void> {
  for (let tries = 0; tries < 200; tries++, await sleep(25)) {
    const rows = await database.sql`
      SELECT 1 FROM pg_stat_activity WHERE application_name = 'broadsheet changes' AND datname = current_database()
      AND state = 'idle' AND query LIKE 'LISTEN%'`;
    if (rows.length === count) return sleep(50).then(() => {});
  }
  throw new Error('nobody listens');
}

const DAY = '/papers/date/2026-05-29';
const text = async (site: Fixture, path = DAY): Promise<string> =>
  /<body>(.*)<\/body>/.exec((await site.ask(path)).text)?.[1] ?? '';

async function becomes(site: Fixture, wanted: string, path = DAY): Promise<void> {
  for (let tries = 0; tries < 120; tries++, await sleep(25)) if ((await text(site, path)) === wanted) return;
  throw new Error(`${path} did not become ${wanted}`);
}

test('readers who come at once cost one rendering', async () => {
  one.answerWith(async (request, response) => {
    await sleep(100);
    await pageOf('busy')(request, response);
  });
  const answers = await Promise.all(Array.from({ length: 200 }, () => one.ask(DAY)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(one.seen).toHaveLength(1);
});

test('a reader who goes away does not take the page from the others', async () => {
  one.answerWith(async (request, response) => {
    await sleep(150);
    await pageOf('slow')(request, response);
  });
  const gone = fetch(`http://127.0.0.1:${one.port}${DAY}`, { signal: AbortSignal.timeout(50) }).catch(() => 'gone');
  await sleep(20);
  const stays = one.ask(DAY);
  expect(await gone).toBe('gone');
  expect((await stays).text).toContain('slow');
  expect(one.seen).toHaveLength(1);
});

test('a change shows on every server on the database within a second or two', async () => {
  for (const site of [one, two]) site.answerWith(pageOf('before'));
  expect([await text(one), await text(two)]).toEqual(['before', 'before']);
  for (const site of [one, two]) site.answerWith(pageOf('after'));
  expect([await text(one), await text(two)]).toEqual(['before', 'before']);
  const began = performance.now();
  await announceChange(database.sql, [dayTag('2026-05-29' as UtcDay)]);
  await Promise.all([becomes(one, 'after'), becomes(two, 'after')]);
  expect(performance.now() - began).toBeLessThan(2_000);
});

test('whoever is led to a page by his own write sees it as it is, each time, before any news of it', async () => {
  const path = '/papers/2401.00001';
  let written = 0;
  one.answerWith((request, response) => {
    if (request.method !== 'POST') return void pageOf(`write ${written}`)(request, response);
    written++;
    // As Next hands on the headers of a route handler.
    response.setHeader('location', [`${path}#comment-${written}`]);
    response.writeHead(303).end();
  });
  const headers = { cookie: 'session=his' };
  await one.ask(path, { headers });
  for (let nth = 1; nth <= 8; nth++) {
    await one.ask('/comments', { method: 'POST', headers, body: 'body=more' });
    expect((await one.ask(path, { headers })).text).toContain(`write ${nth}<`);
  }
});

test('a change of one paper leaves the pages of others kept', async () => {
  await text(one, '/papers/2401.00001');
  await text(one, '/papers/2401.00002');
  one.answerWith(pageOf('changed'));
  await announceChange(database.sql, [paperTag('2401.00001')]);
  await becomes(one, 'changed', '/papers/2401.00001');
  expect(await text(one, '/papers/2401.00002')).toBe('a page');
});

test('a change that is rolled back changes nothing', async () => {
  await text(one);
  one.answerWith(pageOf('changed'));
  await database.sql
    .begin(async (tx) => {
      await announceChange(tx, [LISTS_TAG]);
      throw new Error('rolled back');
    })
    .catch(() => {});
  await sleep(100);
  expect(await text(one)).toBe('a page');
});

test('after a lost connection nothing kept is trusted, and news come in again', async () => {
  await text(one);
  await text(two);
  await database.sql`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'broadsheet changes' AND datname = current_database()`;
  one.answerWith(pageOf('missed'));
  await becomes(one, 'missed');
  await listening();
  one.answerWith(pageOf('heard'));
  await announceChange(database.sql, [LISTS_TAG]);
  await becomes(one, 'heard');
  expect(one.lines.join()).toContain('Lost the connection');
});

test('while the application fails, the last good page is served', async () => {
  await text(one);
  one.answerWith((_, response) => void response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>broken</h1>'));
  await announceChange(database.sql, [LISTS_TAG]);
  await sleep(100);
  const answer = await one.ask(DAY);
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('a page');
  expect(answer.headers['cache-status']).toBe('broadsheet; hit; detail=stale');
  expect((await one.ask('/papers/trending')).status).toBe(500);
});

test('who prefers Markdown is answered by its own address, whatever was kept for others', async () => {
  one.answerWith((request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(request.url));
  const ask = (accept: string) => one.ask('/papers/2401.01234', { headers: { accept } });
  for (let round = 0; round < 2; round++) {
    expect((await ask('text/html')).text).toContain('/papers/2401.01234');
    expect((await ask('text/html')).text).not.toContain('.md');
    expect((await ask('text/markdown')).text).toContain('/papers/2401.01234.md');
  }
});

test('each client gets the encoding it likes, all of one page', async () => {
  const long = 'a long page '.repeat(200);
  one.answerWith(pageOf(long));
  const ask = (encoding: string) => one.ask(DAY, { headers: { 'accept-encoding': encoding } });
  for (let round = 0; round < 2; round++) {
    const [br, gz, plain] = await Promise.all([ask('gzip, br'), ask('gzip;q=0.5'), ask('br;q=0')]);
    expect([br, gz, plain].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined]);
    expect(brotliDecompressSync(br.body).equals(plain.body) && gunzipSync(gz.body).equals(plain.body)).toBe(true);
    expect(new Set([br, gz, plain].map(({ headers }) => headers.etag)).size).toBe(3);
    expect(br.headers['vary']).toBe('Accept, Accept-Encoding');
    expect(br.headers['cache-control']).toBe('public, max-age=0, s-maxage=1, must-revalidate');
    const again = await one.ask(DAY, {
      headers: { 'accept-encoding': 'br', 'if-none-match': String(br.headers.etag) },
    });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, br.headers.etag]);
  }
  expect(one.seen).toHaveLength(1);
});

test('a page is rendered for nobody in particular, and nobody’s cookie, query or header gets into it', async () => {
  await one.ask(`${DAY}?utm_source=x&sort=newest`, {
    headers: { cookie: 'broadsheet.session_token=me', 'x-forwarded-host': 'evil.example', 'accept-language': 'de' },
  });
  expect(one.seen[0]?.url).toBe(`${DAY}?sort=newest`);
  expect(Object.keys(one.seen[0]?.headers ?? {}).sort()).toEqual(
    ['accept', 'content-security-policy', 'host', 'user-agent', 'x-forwarded-host', 'x-forwarded-proto'].sort(),
  );
  await one.ask(`${DAY}?sort=newest`);
  expect(one.seen).toHaveLength(1);
});

test('React’s data requests pass by the cache and do not get into it', async () => {
  one.answerWith((request, response) => {
    if (request.headers['rsc']) response.setHeader('content-type', 'text/x-component').end('flight');
    else void pageOf('html')(request, response);
  });
  expect((await one.ask(DAY, { headers: { rsc: '1' } })).text).toBe('flight');
  expect(await text(one)).toBe('html');
  expect((await one.ask(DAY, { headers: { rsc: '1' } })).text).toBe('flight');
  expect(await text(one)).toBe('html');
});

test('what sets a cookie, redirects or fails is not kept', async () => {
  for (const [path, answer] of [
    ['/papers/2401.00001', { status: 200, headers: { 'set-cookie': 'a=b' } }],
    ['/papers/2401.00002', { status: 307, headers: { location: '/papers' } }],
    ['/papers/2401.00003', { status: 500, headers: {} }],
  ] as const) {
    one.seen.length = 0;
    one.answerWith(
      (_, response) =>
        void response.writeHead(answer.status, { 'content-type': 'text/html', ...answer.headers }).end('<p>'),
    );
    const first = await one.ask(path);
    await one.ask(path);
    expect(first.status).toBe(answer.status);
    expect(first.headers['cache-control']).toBe('no-store');
    expect(first.headers['set-cookie']).toBeUndefined();
    expect(one.seen).toHaveLength(2);
  }
});

test('a personal page is rendered for every request, with its cookie', async () => {
  const headers = { cookie: 'broadsheet.session_token=me' };
  await one.ask('/settings', { headers });
  await one.ask('/settings', { headers });
  expect(one.seen.map((request) => request.headers.cookie)).toEqual([headers.cookie, headers.cookie]);
});

test('more than it can do is refused, not queued without end', async () => {
  let waiting: (() => void)[] = [];
  one.answerWith(async (request, response) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    await pageOf('late')(request, response);
  });
  const asked = Array.from({ length: 300 }, (_, at) => one.ask(`/papers/2401.${String(at).padStart(5, '0')}`));
  let refused = 0;
  for (const answer of asked) void answer.then(({ status }) => status === 503 && refused++);
  // Nothing is let go before all that cannot wait have been told so.
  while (waiting.length < 8 || refused < 300 - 8 - 256) await sleep(10);
  expect(waiting).toHaveLength(8);
  const release = setInterval(() => {
    for (const resolve of waiting) resolve();
    waiting = [];
  }, 5);
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  clearInterval(release);
  expect(statuses.filter((status) => status === 503)).toHaveLength(300 - 8 - 256);
  expect(statuses.filter((status) => status === 200)).toHaveLength(8 + 256);
});

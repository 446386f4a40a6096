import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aListing, storeListings } from '@/tests/factories/listing';
import { aPaper, storePapers } from '@/tests/factories/paper';
import { type AppServer, startApp } from '@/tests/setup/app-server';
import { type TestDatabase, testDatabase } from '@/tests/setup/test-database';
import { addPerson } from '@/tests/votes/people';
import { addToken, cookieHeader, openSession } from '@/tests/votes/session';
import { type Endpoint, endpoints, knownNames } from './fuzz/endpoints';
import { fire, fireRaw, keepAlive } from './fuzz/fire';
import { type Holdings, malformed } from './fuzz/malformed';
import { seeded } from './fuzz/random';
import { RAW_REQUESTS } from './fuzz/raw';

// A run in full sends 2,000 to each endpoint (FUZZ_REQUESTS=2000) and takes its time; the daily one, a sample with the same seed.
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 14);
// A pattern of addresses, to try some of them only.
const ONLY = process.env['FUZZ_ONLY'];
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_125);
const AT_ONCE = 12;
const PEOPLE = 12;
const LONGEST_MS = 3 * 3_600_000;
const secret = 'a secret for tests, and long enough to be one';

/** Mail programs press the button of a newsletter without a page (RFC 8058); the address itself holds the secret. */
const BY_ANYBODY = /unsubscribe|one-click/;

let db: TestDatabase;
let app: AppServer;
let held: Holdings;

beforeAll(async () => {
  db = await testDatabase();
  const papers = Array.from({ length: 3 }, () => aPaper());
  await storePapers(db.sql, papers);
  await storeListings(
    db.sql,
    papers.map(({ id }) => aListing({ paper_id: id })),
  );
  // Every request may say that it comes from another place, so that limits on places leave the rest to be tried.
  const env = { TRUST_PROXY: '1', CRON_SECRET: 'a-cron-secret-for-tests' };
  app = await startApp({ DATABASE_URL: db.url, AUTH_SECRET: secret, ...env });
  const people = [];
  for (let n = 0; n < PEOPLE; n++) people.push(await addPerson(db.sql));
  await db.sql`UPDATE users SET role = 'admin' WHERE id = ${people[0]?.id ?? ''}`;
  await db.sql`UPDATE users SET role = 'moderator' WHERE id = ${people[1]?.id ?? ''}`;
  const cookies = [];
  const tokens = [];
  for (const { id } of people) {
    cookies.push(cookieHeader(await openSession(db.sql, id, { url: app.url, secret })));
    tokens.push(await addToken(db.sql, id, ['read', 'write']));
  }
  const handles = people.map(({ handle }) => handle);
  held = {
    url: app.url,
    cookies,
    tokens,
    ids: [
      ...papers.map(({ id }) => id),
      ...handles,
      ...[
        '2026-01-06',
        '2026-01.xml',
        'papers',
        'date',
        'trending',
        'people',
        'saved',
        'cs.CL',
        'atom',
        'bibtex',
        'csl-json',
      ],
    ],
    names: knownNames(),
  };
}, 400_000);
afterAll(() => app?.stop(), 60_000);

test('the endpoints are found, those of every kind, and so are the names of their fields', async () => {
  const paths = (await endpoints()).map(({ path, methods }) => `${methods.join()} ${path}`);
  expect(paths).toContain('GET /papers/[...id]');
  expect(paths).toContain('GET /people/[handle]');
  expect(paths).toContain('POST /papers/submit/send');
  expect(paths).toContain('POST /api/papers/submit');
  expect(paths).toContain('GET,POST,DELETE /papers/[id]/upvote');
  expect(paths).toContain('GET,POST,DELETE /mcp');
  expect(paths).toContain('GET /citations/[format]/[...list]');
  expect(paths.filter((path) => path.startsWith(' '))).toEqual([]);
  expect(held.names).toEqual(expect.arrayContaining(['page', 'paper', 'reason', 'comment', 'arxivId']));
});

test(
  `${REQUESTS} malformed requests to each endpoint: no server error, no stack trace, none left waiting`,
  async () => {
    const base = new URL(app.url);
    const agent = keepAlive(AT_ONCE);
    const faults: string[] = [];
    const statuses = new Map<number, number>();
    const pattern = new RegExp(ONLY ?? '');
    const all = (await endpoints()).filter(({ path }) => pattern.test(path));
    const work = all.map((endpoint, nth) => ({ endpoint, random: seeded(SEED + nth), left: REQUESTS }));
    // Round and round the endpoints, so that no two requests in a row are of a kind.
    const next = (): (typeof work)[number] | undefined => {
      const item = work.shift();
      if (item && --item.left > 0) work.push(item);
      return item;
    };
    const worker = async (): Promise<void> => {
      for (let item = next(); item && faults.length < 20; item = next()) {
        const sent = malformed(item.random, item.endpoint, held);
        const { status, fault } = await fire(agent, base, sent);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (fault) faults.push(inWords(item.endpoint, sent, fault));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    agent.destroy();
    const sum = [...statuses.values()].reduce((total, count) => total + count, 0);
    console.info(
      `${all.length} endpoints, ${sum} requests:`,
      Object.fromEntries([...statuses].sort(([a], [b]) => a - b)),
    );
    expect(faults).toEqual([]);
    expect(sum).toBe(all.length * REQUESTS);
    // Refused at the door alone they would show little.
    for (const status of ONLY ? [] : [200, 303, 400, 401, 403, 404])
      expect(statuses.get(status) ?? 0, String(status)).toBeGreaterThan(0);
  },
  LONGEST_MS,
);

describe('each address that takes a form', () => {
  const form = 'application/x-www-form-urlencoded';
  const posts = async (): Promise<string[]> =>
    (await endpoints())
      .filter(({ methods, rewritten }) => methods.includes('POST') && !rewritten)
      .map(({ path }) => path.replace(/\[(?:\.\.\.)?\w+\]/g, () => held.ids[0] ?? ''));
  const send = async (path: string, headers: Record<string, string>, body: Buffer) => {
    const agent = keepAlive(1);
    const fired = await fire(agent, new URL(app.url), { method: 'POST', path, headers, body });
    agent.destroy();
    return fired;
  };

  test('refuses one that another site’s page sends with an administrator’s cookie', async () => {
    const [cookie = ''] = held.cookies;
    for (const path of (await posts()).filter((known) => !BY_ANYBODY.test(known))) {
      for (const origin of ['https://evil.example', 'null']) {
        const { status } = await send(path, { cookie, origin, 'content-type': form }, Buffer.from('paper=2401.01234'));
        expect(status, `${path} from ${origin}`).toBeGreaterThanOrEqual(400);
      }
    }
  });

  test('refuses a body of two megabytes, or of eighteen where a library may come', async () => {
    const [cookie = ''] = held.cookies;
    const bodyOf = (bytes: number): Buffer => Buffer.from(`paper=${'x'.repeat(bytes)}`);
    const [usual, library] = [bodyOf(2_000_000), bodyOf(18_000_000)];
    for (const path of await posts()) {
      const body = path === '/saved/import/send' ? library : usual;
      const { status, fault } = await send(path, { cookie, origin: app.url, 'content-type': form }, body);
      expect(fault, path).toBeUndefined();
      // None: the server hung up in the middle.
      expect([0, 400, 401, 403, 404, 405, 413, 415], path).toContain(status);
    }
  });
});

test('bytes that are no requests are refused, and the server goes on', async () => {
  const base = new URL(app.url);
  const answers = await Promise.all(RAW_REQUESTS.map((bytes) => fireRaw(base, bytes)));
  for (const [nth, answer] of answers.entries()) {
    expect(answer, RAW_REQUESTS[nth]?.slice(0, 60)).not.toMatch(/^HTTP\/1\.1 5\d\d|\n\s+at /);
  }
  expect((await fetch(`${app.url}/api/health`)).status).toBe(200);
  expect(app.output()).not.toMatch(/unhandled|uncaught/i);
});

const inWords = ({ path }: Endpoint, sent: ReturnType<typeof malformed>, fault: string): string =>
  `${path}: ${fault}\n${sent.method} ${sent.path.slice(0, 300)} ${JSON.stringify(sent.headers).slice(0, 600)}\n${sent.body?.toString('latin1').slice(0, 300) ?? ''}`;

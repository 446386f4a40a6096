import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { webhookStore } from '@/lib/db/webhook-store';
import { planEvents } from '@/lib/webhooks/plan-events';
import { postMessage } from '@/lib/webhooks/post-message';
import { publicLookup } from '@/lib/webhooks/public-address';
import { newSecret, seal, unseal } from '@/lib/webhooks/secret';
import { sendDue } from '@/lib/webhooks/send-due';
import type { PaperId } from '@/src/papers';
import type { UtcDay } from '@/src/shared';
import { addWebhook, MOST_WEBHOOKS, ownWebhook, type WebhookEvent } from '@/src/webhooks';
import { aListing, storeListings } from '@/tests/factories/listing';
import { aPaper, storePapers } from '@/tests/factories/paper';
import { testDatabase } from '@/tests/setup/test-database';
import { addPerson, type TestPerson } from '@/tests/votes/people';

const KEY = 'a secret for tests, and long enough to be one';
const { sql } = await testDatabase();
const store = webhookStore(sql, { seal: (secret) => seal(secret, KEY), unseal: (sealed) => unseal(sealed, KEY) });
const NOW = new Date('2026-11-27T08:00:00Z');
const DAY = '2026-11-27' as UtcDay;

type Received = { path: string; headers: Record<string, string>; body: string };
const received: Received[] = [];
let answering: (request: IncomingMessage, response: ServerResponse) => void;
let server: Server;
let base = '';
let ada: TestPerson;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers as Record<string, string>, body });
      answering(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  await sql`DELETE FROM webhooks`;
  await sql`DELETE FROM instance_facts WHERE key = 'webhooks.planned'`;
  ada = await addPerson(sql);
  received.length = 0;
  answering = (_, response) => void response.writeHead(204).end();
});

const viewerOf = ({ id, handle, displayName }: TestPerson, role: 'member' | 'admin' = 'member') => ({
  ...{ id, handle, displayName, role, createdAt: new Date('2026-01-01'), via: 'session' as const },
  scopes: ['read', 'write'] as const,
});
async function addHook(
  events: WebhookEvent[],
  { owner = ada.id as string | null, path = '/hook' } = {},
): Promise<string> {
  const id = await store.add({ owner, url: `${base}${path}`, secret: newSecret(), events });
  await sql`UPDATE webhooks SET starts_at = now() - interval '1 hour', created_at = now() - interval '1 hour' WHERE id = ${id}`;
  return id;
}
const post = (message: Parameters<typeof postMessage>[0]) =>
  postMessage(message, { privateAllowed: true, limitMs: 500 });
const noticed: (string | null)[] = [];
const send = () =>
  sendDue({
    sql,
    unseal: (sealed) => unseal(sealed, KEY),
    post,
    notify: async (owner) => void noticed.push(owner),
    random: () => 0,
  });
const plan = (
  over: {
    latestDay?: () => Promise<{ day: UtcDay; papers: number } | null>;
    find?: (query: string) => Promise<PaperId[] | undefined>;
  } = {},
) => planEvents({ sql, baseUrl: 'https://papers.example', latestDay: async () => null, find: async () => [], ...over });
const queueTest = (id: string, messageId = 'test.1') =>
  store.queue(id, { messageId, event: 'webhook.test', body: '{"type":"webhook.test"}' });
const rows = (id: string) =>
  sql<{ state: string; attempts: number; answer: string; waits: number }[]>`
    SELECT state, attempts, answer, extract(epoch FROM run_at - now())::int AS waits FROM webhook_deliveries WHERE webhook_id = ${id} ORDER BY id`;

describe('sending', () => {
  test('a message bears a signature that the library of the standard accepts, and no other', async () => {
    const id = await addHook(['day.published']);
    await queueTest(id);
    expect(await send()).toEqual({ sent: 1, failed: 0 });
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    const secret = (await store.find(id))?.secret ?? '';
    expect(new Verifier(secret).verify(body, headers)).toEqual({ type: 'webhook.test' });
    expect(() => new Verifier(newSecret()).verify(body, headers)).toThrow();
    expect(() => new Verifier(secret).verify(`${body} `, headers)).toThrow();
    const [stored] = await sql<{ secret: string }[]>`SELECT secret FROM webhooks WHERE id = ${id}`;
    expect(stored?.secret).not.toContain(secret.slice(8, 20));
    expect(await send()).toEqual({ sent: 0, failed: 0 });
  });

  test('what fails waits longer each time, and its webhook is failing until the first success', async () => {
    const id = await addHook(['day.published']);
    await queueTest(id);
    answering = (_, response) => void response.writeHead(500).end('x'.repeat(100_000));
    await send();
    expect(await rows(id)).toMatchObject([{ state: 'queued', attempts: 1, answer: 'answered 500', waits: 5 }]);
    expect((await store.find(id))?.failingSince).toBeInstanceOf(Date);
    await sql`UPDATE webhook_deliveries SET run_at = now() - interval '1 second'`;
    await send();
    expect(await rows(id)).toMatchObject([{ attempts: 2, waits: 300 }]);
    answering = (_, response) => void response.writeHead(200).end();
    await sql`UPDATE webhook_deliveries SET run_at = now() - interval '1 second'`;
    await send();
    expect(await rows(id)).toMatchObject([{ state: 'sent', attempts: 3 }]);
    expect((await store.find(id))?.failingSince).toBeNull();
  });

  test('a redirect is not followed; a receiver that hangs is given up on', async () => {
    const id = await addHook(['day.published']);
    answering = (_, response) => void response.writeHead(302, { location: `${base}/secret` }).end();
    await queueTest(id);
    await send();
    expect(received.map(({ path }) => path)).toEqual(['/hook']);
    answering = () => {};
    await sql`UPDATE webhook_deliveries SET run_at = now() - interval '1 second'`;
    await send();
    expect(await rows(id)).toMatchObject([{ state: 'queued', answer: 'no answer within 0.5 seconds' }]);
  });

  test('after a week of failures, or when it says that it is gone, a webhook is switched off with one notice', async () => {
    noticed.length = 0;
    const weak = await addHook(['day.published']);
    await sql`UPDATE webhooks SET failing_since = now() - interval '8 days' WHERE id = ${weak}`;
    answering = (_, response) => void response.writeHead(503).end();
    for (let at = 0; at < 5; at++) await queueTest(weak, `test.${at}`);
    await Promise.all([send(), send()]);
    expect((await store.find(weak))?.disabledAt).toBeInstanceOf(Date);
    expect(noticed).toEqual([ada.id]);
    expect((await rows(weak)).every(({ state }) => state === 'failed')).toBe(true);
    await queueTest(weak, 'later');
    received.length = 0;
    await send();
    expect(received).toEqual([]);

    const gone = await addHook(['day.published'], { owner: null });
    answering = (_, response) => void response.writeHead(410).end();
    await queueTest(gone);
    await send();
    expect(noticed).toEqual([ada.id, null]);
    await store.enable(gone);
    expect(await store.find(gone)).toMatchObject({ disabledAt: null, failingSince: null });
  });

  test('many senders at once send each message once', async () => {
    const id = await addHook(['day.published']);
    for (let at = 0; at < 60; at++) await queueTest(id, `test.${at}`);
    const counts = await Promise.all([send(), send(), send(), send()]);
    expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(60);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(60);
    expect(received).toHaveLength(60);
  });

  test('a receiver that hangs holds up nobody else, however much waits for it', async () => {
    const slow = await addHook(['day.published'], { path: '/slow' });
    for (let at = 0; at < 40; at++) await queueTest(slow, `test.${at}`);
    await sql`UPDATE webhook_deliveries SET run_at = now() - interval '1 hour'`;
    const well = await addHook(['day.published'], { path: '/well' });
    await queueTest(well);
    answering = ({ url }, response) => void (url === '/slow' || response.writeHead(204).end());
    await send();
    expect(await rows(well)).toMatchObject([{ state: 'sent' }]);
    // One round of tries; the rest waits for the next run untried.
    expect(received.filter(({ path }) => path === '/slow')).toHaveLength(8);
    expect((await rows(slow)).filter(({ attempts }) => attempts === 0)).toHaveLength(32);
  });

  test('what a process that died had claimed is sent by another once its lease has run out', async () => {
    const id = await addHook(['day.published']);
    await queueTest(id);
    await sql`UPDATE webhook_deliveries SET attempts = 1, run_at = now() + interval '60 seconds'`;
    expect(await send()).toEqual({ sent: 0, failed: 0 });
    await sql`UPDATE webhook_deliveries SET run_at = now() - interval '1 second'`;
    expect(await send()).toEqual({ sent: 1, failed: 0 });
  });

  test('nothing is posted into a private network, whatever the address says', async () => {
    for (const url of [
      base,
      base.replace('127.0.0.1', 'localhost'),
      'http://[::ffff:7f00:1]/',
      'http://169.254.169.254/latest',
    ]) {
      const outcome = await postMessage({ url, headers: {}, body: '{}' }, { privateAllowed: false, limitMs: 2_000 });
      expect(outcome, url).toEqual({ kind: 'broken', reason: 'the address leads into a private network' });
    }
    expect(received).toEqual([]);
  });

  test('a name that is made to lead here is refused by the socket', async () => {
    const message = { url: base.replace('127.0.0.1', 'rebound.example'), headers: {}, body: '{}' };
    const resolve = ((_: string, __: unknown, answer: (error: null, found: object[]) => void) =>
      answer(null, [{ address: '127.0.0.1', family: 4 }])) as never;
    // Without the check the same name does arrive.
    expect(await postMessage(message, { privateAllowed: false, lookup: resolve })).toEqual({
      kind: 'answered',
      status: 204,
    });
    expect(received).toHaveLength(1);
    expect(await postMessage(message, { privateAllowed: false, lookup: publicLookup(resolve) })).toEqual({
      kind: 'broken',
      reason: 'the address leads into a private network',
    });
    expect(received).toHaveLength(1);
  });
});

describe('planning', () => {
  beforeAll(async () => {
    await storePapers(sql, [
      aPaper({ id: '2611.00001', title: 'Sparse attention', published_at: new Date() }),
      aPaper({ id: '2611.00002', title: 'Folding', published_at: new Date() }),
      aPaper({ id: 'hep-th/9901001', title: 'Old and imported', published_at: new Date('1999-01-01') }),
    ]);
    await storeListings(sql, [aListing({ paper_id: '2611.00001', day: DAY })]);
  });

  test('a new day is told once, to who listened before it came', async () => {
    const early = await addHook(['day.published']);
    const late = await addHook(['day.published'], { path: '/late' });
    await sql`UPDATE webhooks SET starts_at = now() + interval '1 minute' WHERE id = ${late}`;
    const latestDay = async () => ({ day: DAY, papers: 1 });
    expect((await Promise.all([plan({ latestDay }), plan({ latestDay })])).reduce((a, b) => a + b)).toBe(1);
    await send();
    expect(received.map(({ path }) => path)).toEqual(['/hook']);
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      type: 'day.published',
      data: { date: DAY, papers: 1 },
    });
    expect(await rows(early)).toHaveLength(1);
  });

  test('a reply is told to whom it answers and to the instance, not to who wrote it', async () => {
    const ben = await addPerson(sql);
    await addHook(['comment.replied']);
    await addHook(['comment.replied'], { owner: ben.id, path: '/ben' });
    await addHook(['comment.replied'], { owner: null, path: '/instance' });
    await plan();
    const comment = (id: string, author: string, parent: string | null) => sql`
      INSERT INTO comments (id, paper_id, parent_id, author_id, body, body_html, render_version)
      VALUES (${id}, '2611.00001', ${parent}, ${author}, 'Hello.', '<p>Hello.</p>', 1)`;
    await comment('a'.repeat(24), ada.id, null);
    await comment('b'.repeat(24), ben.id, 'a'.repeat(24));
    await comment('c'.repeat(24), ada.id, 'a'.repeat(24));
    await plan();
    await plan();
    await send();
    expect(received.map(({ path, headers }) => `${path} ${headers['webhook-id']?.[6]}`).sort()).toEqual([
      '/hook b',
      '/instance b',
      '/instance c',
    ]);
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      data: { comment: { markdown: 'Hello.' }, paper: { id: '2611.00001' } },
    });
  });

  test('a new paper that a saved search finds is told once; what it finds of old is not', async () => {
    const id = await addHook(['search.matched']);
    await sql`INSERT INTO saved_searches (id, user_id, query) VALUES (${'d'.repeat(24)}, ${ada.id}, 'attention')`;
    const find = async (query: string) =>
      query === 'attention' ? (['2611.00001', 'hep-th/9901001'] as PaperId[]) : [];
    // The index was not there the first time; nothing is lost by that.
    await plan({ find: async () => undefined });
    expect(await rows(id)).toHaveLength(0);
    await plan({ find });
    await plan({ find });
    expect(await rows(id)).toHaveLength(1);
    await send();
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      type: 'search.matched',
      data: { query: 'attention', paper: { id: '2611.00001' } },
    });
  });
});

describe('managing', () => {
  const adding = (over: object) => ({
    viewer: viewerOf(ada),
    secret: newSecret(),
    now: NOW,
    input: { url: 'https://example.org/a', events: ['day.published'], instance: false },
    ...over,
  });

  test('what cannot be called, or is nobody’s, is refused', async () => {
    const codeOf = async (over: object) => {
      const added = await addWebhook(store, adding(over));
      return added.ok ? 'added' : added.refusal.code;
    };
    for (const url of [
      '',
      'x',
      'ftp://example.org',
      'javascript:alert(1)',
      'https://user:pass@example.org/',
      `https://example.org/${'x'.repeat(2_000)}`,
    ])
      expect(await codeOf({ input: { url, events: ['day.published'], instance: false } }), url).toBe('bad-url');
    expect(await codeOf({ input: { url: 'https://example.org', events: ['x'], instance: false } })).toBe('no-event');
    expect(await codeOf({ viewer: null })).toBe('signed-out');
    expect(await codeOf({ viewer: { ...viewerOf(ada), via: 'token' } })).toBe('scope');
    const instance = { url: 'https://example.org', events: ['day.published'], instance: true };
    expect(await codeOf({ input: instance })).toBe('not-allowed');
    expect(await codeOf({ input: instance, viewer: viewerOf(ada, 'admin') })).toBe('added');
    expect(await codeOf({ input: { ...instance, events: ['search.matched'] }, viewer: viewerOf(ada, 'admin') })).toBe(
      'not-instance-event',
    );
  });

  test('there are so many and no more, however many are added at once', async () => {
    const added = await Promise.all(Array.from({ length: MOST_WEBHOOKS + 5 }, () => addWebhook(store, adding({}))));
    expect(added.filter(({ ok }) => ok)).toHaveLength(MOST_WEBHOOKS);
  });

  test('nobody sees or changes another’s', async () => {
    const id = await addHook(['day.published']);
    const instance = await addHook(['day.published'], { owner: null });
    const ben = await addPerson(sql);
    const codeOf = async (viewer: ReturnType<typeof viewerOf>, hook: string) => {
      const found = await ownWebhook(store, { viewer, id: hook, now: NOW });
      return found.ok ? 'own' : found.refusal.code;
    };
    expect(await codeOf(viewerOf(ada), id)).toBe('own');
    expect(await codeOf(viewerOf(ben), id)).toBe('no-such-webhook');
    expect(await codeOf(viewerOf(ben, 'admin'), id)).toBe('no-such-webhook');
    expect(await codeOf(viewerOf(ben), instance)).toBe('no-such-webhook');
    expect(await codeOf(viewerOf(ben, 'admin'), instance)).toBe('own');
    expect(await codeOf(viewerOf(ada), 'nonsense')).toBe('no-such-webhook');
  });
});

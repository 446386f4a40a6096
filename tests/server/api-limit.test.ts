import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../setup/test-database';
import { type Fixture, startPageServer } from './page-server';

let site: Fixture;
beforeAll(async () => {
  const { url } = await testDatabase();
  site = await startPageServer(url, { trustedProxies: 1, apiPerMinute: 3 });
  site.answerWith((_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('[]'));
});
afterAll(() => site.close());

const ask = (address: string, path = '/api/daily_papers?date=2026-01-06', method = 'GET') =>
  site.ask(path, { method, headers: { 'x-forwarded-for': address } });
const left = ({ headers }: { headers: Record<string, unknown> }) => headers['ratelimit'];

test('every answer of the API tells what is left, also from the cache, and what is too much is refused in its words', async () => {
  const answers = [await ask('192.0.2.1'), await ask('192.0.2.1'), await ask('192.0.2.1')];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(answers.map(left)).toEqual(['"default";r=2;t=60', '"default";r=1;t=60', '"default";r=0;t=60']);
  const refused = await ask('192.0.2.1');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(JSON.parse(refused.text)).toEqual({ error: expect.stringMatching(/Wait \d+ seconds\.$/) });
  expect(refused.headers['content-security-policy']).toContain("default-src 'none'");
  expect(refused.headers['x-content-type-options']).toBe('nosniff');
  expect((await ask('192.0.2.2')).status).toBe(200);
});

test('writes are counted with reads; pages are not counted', async () => {
  for (const path of ['/api/papers/2601.00001/comment', '/api/papers', '/api/papers/2601.00001/comment'])
    expect(left(await ask('192.0.2.3', path, path.endsWith('comment') ? 'POST' : 'GET'))).toBeDefined();
  expect((await ask('192.0.2.3', '/api/papers')).status).toBe(429);
  const page = await ask('192.0.2.3', '/papers');
  expect([page.status, left(page)]).toEqual([200, undefined]);
});

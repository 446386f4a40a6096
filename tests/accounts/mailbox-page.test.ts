import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { setEnv } from '@/lib/env';
import { ask, Browser } from './browser';
import type { HttpApp } from './http-app';
import { startHttpApp } from './http-app';

let app: HttpApp;
beforeAll(async () => {
  app = await startHttpApp();
  await new Browser(app).post('/sign-in/email', { email: 'ada@example.org' });
});
afterAll(() => app.close());
afterEach(() => setEnv({ SMTP_URL: '', MAIL_FROM: '', BASE_URL: app.origin }));

const status = async (headers: Record<string, string> = {}): Promise<number> =>
  (await ask(app.origin, '/dev/mail', { headers })).status;

test('on this machine, without a mail server, it is there', async () => {
  expect(await status()).toBe(200);
  expect(await status({ host: `localhost:${new URL(app.origin).port}` })).toBe(200);
});

test('with a mail server it does not exist', async () => {
  setEnv({ SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM: 'papers@example.org' });
  expect(await status()).toBe(404);
});

test('on an instance with a public address it does not exist, because a proxy on this machine may speak for others', async () => {
  setEnv({ BASE_URL: 'https://papers.example.org' });
  expect(await status()).toBe(404);
});

test.each([
  ['a proxy that says whom it speaks for', { 'x-forwarded-for': '203.0.113.9' }],
  ['one that says so of this machine', { 'x-forwarded-for': '127.0.0.1' }],
  ['Forwarded', { forwarded: 'for=127.0.0.1' }],
  ['X-Real-IP', { 'x-real-ip': '127.0.0.1' }],
  ['Via', { via: '1.1 proxy' }],
  ['a name that was rebound to this machine', { host: 'evil.example:80' }],
  ['the public name', { host: 'papers.example.org' }],
  ['a name that begins like ours', { host: 'localhost.evil.example' }],
])('through %s it does not exist', async (_, headers) => {
  expect(await status(headers)).toBe(404);
  expect(await status({ ...headers, 'x-broadsheet-local': '1', 'x-client-address': '127.0.0.1' })).toBe(404);
});

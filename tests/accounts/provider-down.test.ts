import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectConsole } from '@/tests/setup/quiet-console';
import { Browser } from './browser';
import type { HttpApp } from './http-app';
import { startHttpApp } from './http-app';

let app: HttpApp;
let silent: Server;

beforeAll(async () => {
  // Takes every connection and never answers.
  silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const address = silent.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  app = await startHttpApp({
    OIDC_ISSUER: `http://127.0.0.1:${port}`,
    OIDC_CLIENT_ID: 'broadsheet',
    OIDC_CLIENT_SECRET: 'secret',
    LOG_LEVEL: 'error',
  });
});
afterAll(async () => {
  await app.close();
  silent.closeAllConnections();
  silent.close();
});

test('a provider that never answers is given up, and holds up no mailed link', async () => {
  expectConsole('error', /Signing in with oidc could not begin/);
  const waiting = new Browser(app).post('/sign-in/with', { provider: 'oidc' });
  // The provider's silence lasts until the end of the test; this does not wait for it.
  expect((await new Browser(app).signIn('ada@example.org')).headers['location']).toMatch(/^\/welcome/);
  expect((await waiting).headers['location']).toBe('/sign-in?error=provider-down');
}, 60_000);

import { mkdtempSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setEnv } from '@/lib/env';
import { silentLog } from '@/lib/log';
import { markOwnServer } from '@/lib/next/own-server';
import { openMailbox } from '@/lib/next/people/open-mailbox';
import { createServer } from '@/lib/server/create-server';
import type { TestDatabase } from '@/tests/setup/test-database';
import { testDatabase } from '@/tests/setup/test-database';

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response> | Response;
type RouteModule = Partial<Record<string, unknown>>;
type Route = { pattern: RegExp; load: () => Promise<RouteModule> };

// Pages need Next's renderer; what decides whether this one exists does not.
const mailboxPage: RouteModule = {
  GET: async (request: Request) =>
    new Response((await openMailbox(request.headers)?.list())?.join('\n') ?? null, {
      status: openMailbox(request.headers) ? 200 : 404,
    }),
};

const SETTINGS = [
  'save-profile',
  'choose-handle',
  'revoke-session',
  'revoke-other-sessions',
  'add-token',
  'revoke-token',
  'export',
  'delete-account',
  'subscribe',
];

const SUBSCRIBE = ['request', 'confirm', 'refuse'];
const SUBSCRIPTION = ['save', 'pause', 'resume', 'leave', 'erase', 'export', 'unsubscribe'];

// The route handlers of accounts, as Next would find them by their folders.
const ROUTES: readonly Route[] = [
  { pattern: /^\/sign-in\/email$/, load: () => import('@/app/(people)/sign-in/email/route') },
  { pattern: /^\/sign-in\/confirm$/, load: () => import('@/app/(people)/sign-in/confirm/route') },
  { pattern: /^\/sign-in\/with$/, load: () => import('@/app/(people)/sign-in/with/route') },
  { pattern: /^\/sign-out$/, load: () => import('@/app/(people)/sign-out/route') },
  { pattern: /^\/api\/me$/, load: () => import('@/app/api/me/route') },
  { pattern: /^\/api\/auth\/.*$/, load: () => import('@/app/api/auth/[...all]/route') },
  ...SETTINGS.map((name) => ({
    pattern: new RegExp(`^/settings/${name}$`),
    load: (): Promise<RouteModule> => import(`../../app/(people)/settings/${name}/route.ts`),
  })),
  ...SUBSCRIBE.map((name) => ({
    pattern: new RegExp(`^/subscribe/${name}$`),
    load: (): Promise<RouteModule> => import(`../../app/subscribe/${name}/route.ts`),
  })),
  ...SUBSCRIPTION.map((name) => ({
    pattern: new RegExp(`^/subscription/(?<token>[^/]+)/${name}$`),
    load: (): Promise<RouteModule> => import(`../../app/subscription/[token]/${name}/route.ts`),
  })),
  { pattern: /^\/api\/mail\/events$/, load: () => import('@/app/api/mail/events/route') },
  { pattern: /^\/dev\/mail$/, load: async () => mailboxPage },
  { pattern: /^\/avatars\/(?<file>[^/]+)$/, load: () => import('@/app/avatars/[file]/route') },
];

export type HttpApp = { origin: string; database: TestDatabase; mailFolder: string; close(): Promise<void> };

/**
 * The routes of accounts behind our real server on a real port, with a database of their own: everything that a request
 * passes through but Next's router. One a process, because the environment is.
 */
export async function startHttpApp(environment: Record<string, string> = {}): Promise<HttpApp> {
  const database = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-accounts-'));
  const door = await freePort();
  const origin = `http://127.0.0.1:${door}`;
  setEnv({
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    BASE_URL: origin,
    AUTH_SECRET: 'a secret for tests, and long enough to be one',
    ...environment,
  });
  markOwnServer();
  const server = createServer({
    handler: (request, response) => dispatch(request, response, environment['BASE_URL'] ?? origin),
    databaseUrl: database.url,
    site: {
      origin: new URL(environment['BASE_URL'] ?? origin),
      trustedProxies: Number(environment['TRUST_PROXY'] ?? 0),
    },
    apiPerMinute: 10_000,
    cacheBytes: 0,
    root: dataDir,
    log: silentLog,
  });
  await new Promise<void>((resolve) => server.http.listen(door, '127.0.0.1', resolve));
  return { origin, database, mailFolder: join(dataDir, 'mail'), close: () => server.close(100) };
}

async function freePort(): Promise<number> {
  const { createServer: listen } = await import('node:net');
  const probe = listen();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function dispatch(incoming: IncomingMessage, outgoing: ServerResponse, base: string): Promise<void> {
  const url = new URL(incoming.url ?? '/', base);
  const route = ROUTES.find(({ pattern }) => pattern.test(url.pathname));
  const handler = (await route?.load())?.[incoming.method ?? 'GET'] as Handler | undefined;
  const answer = handler
    ? await handler(await toRequest(incoming, url), params(route?.pattern, url.pathname))
    : new Response(null, { status: route ? 405 : 404 });
  outgoing.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
  outgoing.end(Buffer.from(await answer.arrayBuffer()));
}

const params = (pattern: RegExp | undefined, path: string) => ({
  params: Promise.resolve({ ...(pattern?.exec(path)?.groups ?? {}) }),
});

async function toRequest(incoming: IncomingMessage, url: URL): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, String(value));
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const method = incoming.method ?? 'GET';
  return new Request(url, { method, headers, ...(body.length > 0 ? { body } : {}) });
}

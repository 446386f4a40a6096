import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { ALL_TAG, LISTS_TAG } from '@/src/shared';
import { listenForChanges } from '../db/change-listener';
import type { Log } from '../log';
import { contentSecurityPolicy, securityHeaders } from '../next/security-headers';
import { servedPath } from './accept-markdown';
import { answerDirectly } from './answer-directly';
import { apiLimit, isMetered } from './api-limit';
import type { Site } from './client-headers';
import { applicationHeaders, clientAddress } from './client-headers';
import { directRoute } from './direct-routes';
import { CLIENT_LIMITS, closeServer, httpServer } from './http-server';
import { BusyError, limiter } from './limiter';
import type { NextHandler } from './next-answer';
import { passThrough } from './pass-through';
import { publicPages } from './public-pages';
import { publicPath, SEARCHES, tagsOfPath } from './public-paths';
import { readBody } from './request-body';
import type { Target } from './request-target';
import { parseTarget } from './request-target';
import { sendSentence } from './send';
import { staticFiles } from './static-files';

export type ServerOptions = {
  handler: NextHandler;
  databaseUrl: string;
  site: Site;
  /** Memory for kept pages. */
  cacheBytes: number;
  /** Calls of the API that one client may make in a minute. */
  apiPerMinute: number;
  /** The project's folder, with `public` and `.next/static`. */
  root: string;
  log: Log;
};

export type PageListener = {
  listener: (request: IncomingMessage, response: ServerResponse) => void;
  /** Kept pages and the memory they take. */
  stats(): { entries: number; bytes: number };
  /** Stops hearing of changes; the HTTP server is closed first, by whoever made it. */
  close(): Promise<void>;
};

export type PageServer = Omit<PageListener, 'listener' | 'close'> & {
  http: Server;
  /** Stops accepting, lets what is under way finish within the limit, then closes what is left. */
  close(limitMs: number): Promise<void>;
};

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const READING = 'GET, HEAD, OPTIONS';

const commonHeaders = (site: Site): string[] => securityHeaders({ https: site.origin.protocol === 'https:' }).flat();

/** A server of its own with the page listener behind it. */
export function createServer(options: ServerOptions): PageServer {
  const { listener, stats, close } = pageListener(options);
  const http = httpServer(commonHeaders(options.site), CLIENT_LIMITS, listener);
  return {
    http,
    stats,
    close: async (limitMs) => {
      await closeServer(http, limitMs);
      await close();
    },
  };
}

/**
 * What answers in production: static files and public pages from memory, everything else through Next, and the same
 * security headers on whatever leaves it.
 */
export function pageListener(options: ServerOptions): PageListener {
  const { handler, databaseUrl, site, cacheBytes, apiPerMinute, root, log } = options;
  const common = commonHeaders(site);
  const limit = apiLimit({ perMinute: apiPerMinute });
  const files = staticFiles({ root, common });
  const changes = listenForChanges({ databaseUrl, log, onChange: (tags) => pages.cache.expire(tags) });
  const limited = limiter({ running: 8, waiting: 256 });
  // A flood of searches waits in a queue of its own and leaves most places to the other pages.
  const searching = limiter({ running: 3, waiting: 64 });
  const pages = publicPages({
    ...{ handler, site, common, cacheBytes, isListening: changes.isConnected },
    limited: (work, { path }) => (path === SEARCHES ? searching(work) : limited(work)),
  });

  // The news of a change comes from the database, and the reader whom a write sends to the changed page may be faster.
  const onMoved = (location: string): void => {
    const target = URL.canParse(location, site.origin) ? new URL(location, site.origin) : undefined;
    const tags = tagsOfPath(target?.pathname ?? '').filter((tag) => tag !== ALL_TAG && tag !== LISTS_TAG);
    if (tags.length > 0) pages.cache.expire(new Set(tags), { awaited: true });
  };

  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    { pathname: asked, query }: Target,
  ): Promise<void> => {
    const pathname = servedPath(asked, request.headers.accept);
    const method = request.method ?? 'GET';
    const say = (status: number, sentence: string, headers: string[] = []): void =>
      sendSentence(response, { common, status, sentence, headers });
    if (!METHODS.has(method)) return say(405, 'This method is not served.', ['Allow', [...METHODS].join(', ')]);
    const reading = method === 'GET' || method === 'HEAD';
    if (files.has(pathname)) {
      return reading
        ? files.send(request, response, pathname)
        : say(405, 'A file can only be read.', ['Allow', READING]);
    }
    if (pathname.startsWith('/_next/')) return say(404, 'There is no such file.');
    const known = publicPath(pathname);
    if (known && method === 'OPTIONS' && !pathname.startsWith('/api/'))
      return void response.writeHead(204, ['Allow', READING, ...common]).end();
    if (known && !reading && method !== 'POST') return say(405, 'A page can only be read.', ['Allow', READING]);
    // React's own navigation asks for data in place of a page.
    const page = reading && request.headers['rsc'] === undefined ? known : undefined;
    const canonical = page?.canonical(new URLSearchParams(query));
    if (page && canonical !== undefined) {
      const { tags, maxAgeMs } = page;
      const key = canonical === '' ? pathname : `${pathname}?${canonical}`;
      return pages.serve(request, response, { key, path: page.group(canonical), tags, maxAgeMs });
    }
    const body = await readBody(request);
    if (!body.ok) return say(413, body.refusal.message, ['Connection', 'close']);
    const address = addressOf(request, site);
    const headers = applicationHeaders(request.headers, site, address);
    const url = query === '' ? pathname : `${pathname}?${query}`;
    const direct = directRoute(method, pathname);
    if (direct) {
      const call = { method, url: new URL(url, site.origin), headers, body: body.value };
      return answerDirectly(response, { answer: direct, common, ...call });
    }
    const pass = () =>
      passThrough(request, response, { handler, common, url, headers, body: body.value, address, onMoved });
    // A job runs for minutes and holds no place in the queue of pages.
    return pathname.startsWith('/api/') ? pass() : limited(pass);
  };

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const metered = isMetered(request.url ?? '');
    if (!metered && pages.hit(request, response)) return;
    if (metered) {
      const { headers, retryAfter } = limit(addressOf(request, site));
      if (retryAfter !== undefined) {
        refuseCall(response, { headers: [...headers, ...common], retryAfter });
        return;
      }
      if (pages.hit(request, response, headers)) return;
      for (let at = 0; at < headers.length; at += 2) response.setHeader(headers[at] ?? '', headers[at + 1] ?? '');
    }
    const target = parseTarget(request.url ?? '/');
    if (!target.ok) {
      const status = target.refusal.code === 'long-target' ? 414 : 400;
      sendSentence(response, { common, status, sentence: target.refusal.message });
      return;
    }
    answer(request, response, target.value).catch((error: unknown) => {
      // The client has gone; whatever broke off with it is no fault.
      if (response.destroyed) return;
      if (!(error instanceof BusyError)) log.error(`${request.method} ${target.value.pathname}: ${describe(error)}`);
      if (response.headersSent) {
        response.destroy();
        return;
      }
      const sentence = 'The server cannot answer this at the moment. Try again in a few seconds.';
      sendSentence(response, { common, status: 503, sentence, headers: ['Retry-After', '2'] });
    });
  };

  return {
    listener,
    stats: () => pages.cache.stats,
    close: async () => {
      pages.close();
      await changes.close();
    },
  };
}

const forwardedFor = (request: IncomingMessage): string | undefined => {
  const value = request.headers['x-forwarded-for'];
  return Array.isArray(value) ? value.join(',') : value;
};

const addressOf = (request: IncomingMessage, site: Site): string =>
  clientAddress(request.socket.remoteAddress ?? '', forwardedFor(request), site.trustedProxies);

function refuseCall(
  response: ServerResponse,
  { headers, retryAfter }: { headers: string[]; retryAfter: number },
): void {
  const error = `That is more than this server answers one client in a minute. Wait ${retryAfter} seconds.`;
  response.writeHead(429, [
    ...['Content-Type', 'application/json; charset=utf-8', 'Cache-Control', 'no-store'],
    ...['Retry-After', String(retryAfter), 'Access-Control-Allow-Origin', '*'],
    ...['Content-Security-Policy', contentSecurityPolicy(), ...headers],
  ]);
  response.end(response.req.method === 'HEAD' ? undefined : JSON.stringify({ error }));
}

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

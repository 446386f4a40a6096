import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** One answer, and the ways in which it may misbehave. */
export type Reply = {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** Waits before the status line. */
  delayMs?: number;
  /** Sends the body in pieces of `bytes`, one every `everyMs`. */
  drip?: { bytes: number; everyMs: number };
  /** Destroys the socket after so many bytes of the body; 0 sends the head alone. */
  cutAfter?: number;
  /** Announces a longer body than it sends, then closes. */
  claimLength?: number;
  /** Takes the request and never answers. */
  hang?: true;
  /** Destroys the socket without an answer. */
  reset?: true;
};

export type Seen = {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: string;
  /** `performance.now()` when the request arrived. */
  at: number;
};

/** A reply, replies in turn (the last one repeats), or a function of the request. */
export type Route = Reply | readonly Reply[] | ((seen: Seen, nth: number) => Reply | Promise<Reply>);

export type ReplayServer = {
  url: string;
  requests: Seen[];
  /** How many requests a path had. */
  count: (path: string) => number;
  /** Milliseconds between the arrivals of requests that follow each other. */
  gaps: () => number[];
  /** The most requests that were being answered at one moment. */
  mostAtOnce: () => number;
  /** Adds or replaces a route while the server runs. */
  route: (path: string, route: Route) => void;
  close: () => Promise<void>;
  [Symbol.asyncDispose]: () => Promise<void>;
};

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

async function send(response: ServerResponse, reply: Reply): Promise<void> {
  if (reply.delayMs) await sleep(reply.delayMs);
  if (reply.hang) return;
  if (reply.reset) {
    response.socket?.destroy();
    return;
  }
  const whole = Buffer.from(reply.body ?? '');
  const body = reply.cutAfter === undefined ? whole : whole.subarray(0, reply.cutAfter);
  const length = reply.claimLength ?? whole.byteLength;
  response.writeHead(reply.status ?? 200, {
    'content-type': 'text/plain; charset=utf-8',
    ...(reply.drip ? {} : { 'content-length': String(length) }),
    ...reply.headers,
  });
  response.flushHeaders();
  const step = reply.drip?.bytes ?? Math.max(1, body.byteLength);
  for (let at = 0; at < body.byteLength && !response.destroyed; at += step) {
    response.write(body.subarray(at, at + step));
    if (reply.drip) await sleep(reply.drip.everyMs);
  }
  const short = reply.cutAfter !== undefined || length > whole.byteLength;
  // What was written must leave before the socket goes, or the client sees no byte at all.
  if (short) response.write('', () => setTimeout(() => response.socket?.destroy(), 10));
  else response.end();
}

const pick = (route: Route, seen: Seen, nth: number): Reply | Promise<Reply> => {
  if (typeof route === 'function') return route(seen, nth);
  if (!Array.isArray(route)) return route as Reply;
  return (route as readonly Reply[])[Math.min(nth, route.length - 1)] ?? {};
};

/**
 * Stands in for an outside service on a free loopback port. Keys of `routes` are paths; `*` catches the rest,
 * which is 404 otherwise. Close it after the test, or hold it with `await using`.
 */
export async function startReplayServer(routes: Record<string, Route> = {}): Promise<ReplayServer> {
  const table = new Map(Object.entries(routes));
  const requests: Seen[] = [];
  let open = 0;
  let most = 0;
  const count = (path: string) => requests.filter((seen) => seen.url.pathname === path).length;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const at = performance.now();
    const url = new URL(request.url ?? '/', 'http://replay.invalid');
    const nth = count(url.pathname);
    const seen: Seen = { method: request.method ?? 'GET', url, headers: request.headers, body: '', at };
    requests.push(seen);
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => {
      open -= 1;
    });
    seen.body = await readBody(request);
    const route = table.get(url.pathname) ?? table.get('*');
    await send(response, route ? await pick(route, seen, nth) : { status: 404, body: 'no such route' });
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(`replay server: ${String(error)}`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    count,
    gaps: () => requests.slice(1).map((seen, index) => seen.at - (requests[index]?.at ?? seen.at)),
    mostAtOnce: () => most,
    route: (path, route) => void table.set(path, route),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** A loopback address where nothing listens: what an unreachable service looks like. */
export async function closedPort(): Promise<string> {
  const server = await startReplayServer();
  await server.close();
  return server.url;
}

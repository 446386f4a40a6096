import { type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Log } from '@/lib/log';
import { createServer, type PageServer } from '@/lib/server/create-server';

type Answering = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string };
type Asking = { method?: string; headers?: Record<string, string>; body?: string };

/** Our server with a stand-in for Next behind it, whose requests are recorded. */
export type Fixture = {
  port: number;
  server: PageServer;
  seen: { method: string | undefined; url: string | undefined; headers: IncomingHttpHeaders; body: string }[];
  lines: string[];
  answerWith(answering: Answering): void;
  ask(path: string, asking?: Asking): Promise<Answer>;
  close(): Promise<void>;
};

export const pageOf =
  (text: string): Answering =>
  (_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!DOCTYPE html><html><head><title>${text}</title></head><body>${text}</body></html>`);
  };

type Over = { origin?: string; trustedProxies?: number; apiPerMinute?: number };

export async function startPageServer(
  databaseUrl: string,
  { origin = 'http://127.0.0.1', trustedProxies = 0, apiPerMinute = 1_000 }: Over = {},
): Promise<Fixture> {
  const seen: Fixture['seen'] = [];
  const lines: string[] = [];
  const note = (line: string): void => void lines.push(line);
  const log: Log = { debug: note, info: note, warn: note, error: note };
  let answering: Answering = pageOf('a page');
  const server = createServer({
    handler: async (incoming, response) => {
      let body = '';
      for await (const chunk of incoming) body += chunk;
      seen.push({ method: incoming.method, url: incoming.url, headers: incoming.headers, body });
      await answering(incoming, response);
    },
    databaseUrl,
    site: { origin: new URL(origin), trustedProxies },
    apiPerMinute,
    cacheBytes: 8_000_000,
    root: process.cwd(),
    log,
  });
  await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve));
  const address = server.http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    port,
    server,
    seen,
    lines,
    answerWith: (next) => {
      answering = next;
    },
    ask: (path, asking) => ask(port, path, asking),
    close: () => server.close(1_000),
  };
}

function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const whole = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: whole, text: whole.toString() });
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}

/** Writes these bytes to a connection and returns all that comes back before it closes. */
export function sayRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setTimeout(5_000, () => socket.end());
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

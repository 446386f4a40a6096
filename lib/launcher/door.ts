import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { securityHeaders } from '../next/security-headers';
import { CLIENT_LIMITS, httpServer } from '../server/http-server';
import { errorCode } from './files';
import { StartError } from './start-error';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** The listening server, open from the first moment; what answers behind it comes when it is ready. */
export type Door = { http: Server; port: number; answerWith(listener: Listener): void };

/** The port that was asked for is taken. */
export class PortError extends StartError {
  override name = 'PortError';
}

/**
 * Takes the port before any long work, so that a taken one is known at once and nobody else gets it meanwhile. Until the
 * application is ready it says so, with 503.
 */
export async function openDoor(options: { host: string; port: number; https: boolean }): Promise<Door> {
  const common = securityHeaders({ https: options.https }).flat();
  let answer: Listener = (request, response) => sayStarting(request, response, common);
  const http = httpServer(common, CLIENT_LIMITS, (request, response) => answer(request, response));
  await listen(http, options);
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    http,
    port,
    answerWith: (listener) => {
      answer = listener;
    },
  };
}

function listen(http: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (error) => reject(explain(error, host, port)));
    http.listen({ host, port }, () => resolve());
  });
}

function explain(error: Error, host: string, port: number): Error {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new PortError(
        `Port ${port} of ${host} is in use by another program. Stop it, or choose another: PORT=${port + 1} npm start`,
      );
    case 'EACCES':
      return new PortError(`Port ${port} may not be opened by this user. Choose one from 1024 up: PORT=3000 npm start`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(`HOST ${host} is not an address of this machine. Use 127.0.0.1 or 0.0.0.0.`);
    default:
      return error;
  }
}

function sayStarting(request: IncomingMessage, response: ServerResponse, common: readonly string[]): void {
  const health = request.url === '/api/health';
  const body = health ? '{"status":"starting"}\n' : 'The server is starting. This page tries again by itself.\n';
  response.writeHead(503, [
    ...['Content-Type', health ? 'application/json' : 'text/plain; charset=utf-8', 'Cache-Control', 'no-store'],
    ...['Content-Length', String(Buffer.byteLength(body)), 'Retry-After', '2', 'Refresh', '2'],
    ...['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'", ...common],
  ]);
  response.end(request.method === 'HEAD' ? undefined : body);
}

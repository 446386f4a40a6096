import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { contentSecurityPolicy } from '../next/security-headers';
import { errorCodeOf } from './error-code';
import type { CommonHeaders } from './send';
import { sendSentence } from './send';
import { endSlowReaders, READING_LIMITS, type ReadingLimits } from './slow-readers';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** How long a client may take over its headers, its whole request, and how slowly it may read the answer. */
export type ClientLimits = { headersMs: number; requestMs: number; checkMs: number; reading: ReadingLimits };

export const CLIENT_LIMITS: ClientLimits = {
  headersMs: 10_000,
  requestMs: 30_000,
  checkMs: 5_000,
  reading: READING_LIMITS,
};

/**
 * Node's server with limits against slow and oversized requests. What it refuses itself, before any listener of ours
 * is called, carries the same headers as everything else.
 */
export function httpServer(common: CommonHeaders, limits: ClientLimits, listener: Listener): Server {
  const server = createServer(
    {
      maxHeaderSize: 16_384,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      // Longer than the 60 s of common proxies, so that they, not we, end an idle connection.
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: limits.checkMs,
    },
    listener,
  );
  endSlowReaders(server, limits.reading);
  server.on('checkExpectation', (_request, response) =>
    sendSentence(response, { common, status: 417, sentence: 'This server meets no such expectation.' }),
  );
  server.on('clientError', (error, socket) => refuseRaw(error, socket as Socket, common));
  server.on('connect', (_request, socket) => refuseRaw(new Error('CONNECT'), socket as Socket, common));
  return server;
}

function refuseRaw(error: Error, socket: Socket, common: CommonHeaders): void {
  if (!socket.writable || errorCodeOf(error) === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const [status, sentence] = answerTo(errorCodeOf(error));
  const lines = [
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${sentence.length + 1}`,
    'Connection: close',
  ];
  for (let at = 0; at < common.length; at += 2) lines.push(`${common[at]}: ${common[at + 1]}`);
  lines.push(`Content-Security-Policy: ${contentSecurityPolicy()}`);
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n${sentence}\n`);
}

function answerTo(code: string | undefined): [string, string] {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return ['431 Request Header Fields Too Large', 'The request and its headers are too long.'];
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return ['408 Request Timeout', 'The request did not arrive in time.'];
    default:
      return ['400 Bad Request', 'This is not a request that a web server understands.'];
  }
}

const AFTER_LIMIT_MS = 500;

/** Stops accepting, lets requests finish for `limitMs`, then closes what is left. */
export async function closeServer(server: Server, limitMs: number): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // A keep-alive connection that falls idle while we wait would otherwise hold us for a minute.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const limit = setTimeout(() => server.closeAllConnections(), limitMs);
  // A web socket of the development server counts as a connection for ever.
  await Promise.race([done, sleep(limitMs + AFTER_LIMIT_MS)]);
  clearInterval(sweep);
  clearTimeout(limit);
}

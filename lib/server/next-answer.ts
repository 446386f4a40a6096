import {
  type IncomingHttpHeaders,
  IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
  ServerResponse,
} from 'node:http';
import { Socket } from 'node:net';
import { PassThrough, type Readable } from 'node:stream';

/** Next's request handler, as `next()` gives it. */
export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type NextRequest = {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body?: Buffer;
  address?: string;
};

/** Settled once the head is known; destroying the body tells Next that nobody listens any more. */
export type NextAnswer = { status: number; headers: OutgoingHttpHeaders; body: Readable };

/**
 * Asks Next without a connection of its own: a rendering that several readers wait for must not end with the one that
 * happened to come first, and what Next would write to the wire is ours to keep and change.
 */
export function askNext(
  handler: NextHandler,
  { method, url, headers, body, address = '' }: NextRequest,
): Promise<NextAnswer> {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: address });
  const request = new IncomingMessage(socket);
  Object.assign(request, {
    method,
    url,
    headers,
    httpVersion: '1.1',
    httpVersionMajor: 1,
    httpVersionMinor: 1,
    complete: true,
  });
  request.rawHeaders = Object.entries(headers).flatMap(([name, value]) => [name, String(value)]);
  if (body && body.length > 0) request.push(body);
  request.push(null);
  return new Promise((resolve, reject) => {
    const response = new CapturedResponse(request, resolve);
    handler(request, response).then(
      () => response.writableEnded || response.end(),
      (error: unknown) => {
        reject(error);
        response.fail(error);
      },
    );
  });
}

type Callback = (error?: Error | null) => void;

/** A response that hands its head and a stream of its body to us in place of a socket. */
class CapturedResponse extends ServerResponse {
  readonly #body = new PassThrough();
  readonly #onHead: (answer: NextAnswer) => void;
  #headSent = false;

  constructor(request: IncomingMessage, onHead: (answer: NextAnswer) => void) {
    super(request);
    this.#onHead = onHead;
    Object.defineProperty(this, 'headersSent', { get: () => this.#headSent });
    this.#body.on('drain', () => this.emit('drain'));
    this.#body.on('error', () => {});
    this.#body.on('close', () => this.#close());
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.at(-1);
    if (Array.isArray(headers)) {
      for (let at = 0; at + 1 < headers.length; at += 2)
        this.appendHeader(String(headers[at]), String(headers[at + 1]));
    } else if (headers !== null && typeof headers === 'object') {
      for (const [name, value] of Object.entries(headers as Record<string, OutgoingHttpHeader | undefined>)) {
        if (value !== undefined) this.setHeader(name, value);
      }
    }
    this.flushHeaders();
    return this;
  }

  override flushHeaders(): void {
    if (this.#headSent) return;
    this.#headSent = true;
    this.#onHead({ status: this.statusCode, headers: this.getHeaders(), body: this.#body });
  }

  override write(chunk: unknown, encoding?: BufferEncoding | Callback, callback?: Callback): boolean {
    this.flushHeaders();
    const done = typeof encoding === 'function' ? encoding : callback;
    return this.#body.write(chunk, typeof encoding === 'string' ? encoding : 'utf8', done);
  }

  override end(chunk?: unknown, encoding?: BufferEncoding | (() => void), callback?: () => void): this {
    if (this.finished) return this;
    this.flushHeaders();
    this.finished = true;
    const done = [chunk, encoding, callback].find((argument) => typeof argument === 'function');
    if (typeof chunk === 'string') this.#body.end(chunk, typeof encoding === 'string' ? encoding : 'utf8');
    else if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') this.#body.end(chunk);
    else this.#body.end();
    queueMicrotask(() => {
      this.emit('finish');
      if (typeof done === 'function') done();
      this.#close();
    });
    return this;
  }

  fail(error: unknown): void {
    this.#body.destroy(error instanceof Error ? error : new Error(String(error)));
  }

  // Next takes a `close` before the end for a client that has gone, and stops rendering.
  #closed = false;
  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.destroyed = true;
    this.emit('close');
  }
}

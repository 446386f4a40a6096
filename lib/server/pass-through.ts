import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { contentSecurityPolicy } from '../next/security-headers';
import { chooseEncoding } from './accept-encoding';
import type { NextAnswer, NextHandler } from './next-answer';
import { askNext } from './next-answer';
import { collect, finishHtml } from './page';
import type { CommonHeaders } from './send';
import { isCompressible, Variants } from './variants';

// A connection's own, Next's internals, and what we say ourselves.
const DROPPED =
  /^(?:content-security-policy|transfer-encoding|connection|keep-alive|date|x-powered-by|x-nextjs-.*|x-middleware-.*|link)$/;

type Options = {
  handler: NextHandler;
  common: CommonHeaders;
  url: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
  address: string;
  /** Where a write leads its sender, told before he is. */
  onMoved?: (location: string) => void;
};

/** One request answered by the application for this client alone: nothing is kept. Pages get the same policy as kept ones. */
export async function passThrough(request: IncomingMessage, response: ServerResponse, options: Options): Promise<void> {
  const nonce = randomBytes(18).toString('base64url');
  const answer = await askNext(options.handler, {
    method: request.method ?? 'GET',
    url: options.url,
    headers: { ...options.headers, 'content-security-policy': `script-src 'nonce-${nonce}'` },
    body: options.body,
    address: options.address,
  });
  response.once('close', () => answer.body.destroy());
  // Next gives a route handler's headers as lists.
  const [location] = [answer.headers.location].flat();
  if (request.method !== 'GET' && location !== undefined) options.onMoved?.(location);
  const head = Object.entries(answer.headers).flatMap(([name, value]) => {
    if (value === undefined || DROPPED.test(name)) return [];
    return (Array.isArray(value) ? value : [value]).flatMap((each) => [name, String(each)]);
  });
  head.push(...options.common);
  if (answer.headers['cache-control'] === undefined) head.push('Cache-Control', 'no-store');
  if (String(answer.headers['content-type'] ?? '').startsWith('text/html')) {
    await sendPage(request, response, { answer, head, nonce });
  } else {
    await sendStream(request, response, { answer, head });
  }
}

type Sending = { answer: NextAnswer; head: string[] };

async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  { answer, head, nonce }: Sending & { nonce: string },
): Promise<void> {
  const sent = await collect(answer.body);
  const { body, status, scripts } = finishHtml(sent, { nonce, answered: answer.status });
  const variants = new Variants(body, { compressible: true });
  const encoding = variants.effective(chooseEncoding(request.headers['accept-encoding'] as string | undefined));
  const bytes = await variants.bytesIn(encoding);
  response.writeHead(status, [
    ...without(head, 'content-length'),
    ...['Content-Security-Policy', contentSecurityPolicy({ scripts }), 'Vary', 'Accept-Encoding'],
    ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
    ...['Content-Length', String(bytes.length)],
  ]);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

const LARGE = 1_024;

async function sendStream(
  request: IncomingMessage,
  response: ServerResponse,
  { answer, head }: Sending,
): Promise<void> {
  const { status, headers, body } = answer;
  head.push('Content-Security-Policy', contentSecurityPolicy());
  const type = String(headers['content-type'] ?? '');
  const length = headers['content-length'];
  // An event stream must not wait in a compressor.
  const worthwhile = isCompressible(type) && !type.startsWith('text/event-stream') && Number(length ?? LARGE) >= LARGE;
  const encoding =
    worthwhile && headers['content-encoding'] === undefined && status === 200
      ? chooseEncoding(request.headers['accept-encoding'] as string | undefined)
      : 'identity';
  if (worthwhile) head.push('Vary', 'Accept-Encoding');
  if (encoding === 'identity' || request.method === 'HEAD') {
    response.writeHead(status, head);
    await pipeline(body, response);
    return;
  }
  response.writeHead(status, [...without(head, 'content-length'), 'Content-Encoding', encoding]);
  const compress =
    encoding === 'gzip' ? createGzip() : createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  await pipeline(body, compress, response);
}

function without(head: readonly string[], name: string): string[] {
  return head.filter((_, at) => head[at - (at % 2)]?.toLowerCase() !== name);
}

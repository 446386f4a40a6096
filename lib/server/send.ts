import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentSecurityPolicy } from '../next/security-headers';
import { chooseEncoding } from './accept-encoding';
import type { Page } from './page';
import type { Variants } from './variants';

/** Headers that go with every response, as a flat list of names and values. */
export type CommonHeaders = readonly string[];

const PLAIN_POLICY = contentSecurityPolicy();

/** A sentence as the whole answer. */
export function sendSentence(
  response: ServerResponse,
  {
    common,
    status,
    sentence,
    headers = [],
  }: { common: CommonHeaders; status: number; sentence: string; headers?: string[] },
): void {
  const body = `${sentence}\n`;
  response.writeHead(status, [
    ...['Content-Type', 'text/plain; charset=utf-8', 'Content-Length', String(Buffer.byteLength(body))],
    ...['Cache-Control', 'no-store', 'Content-Security-Policy', PLAIN_POLICY, ...headers, ...common],
  ]);
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

type Content = {
  status: number;
  variants: Variants;
  /** The content's own headers: type, policy, caching. */
  head: string[];
  how: string;
};

/** Content in the encoding that the client likes best, or a 304 when it has it already. */
export async function sendContent(
  request: IncomingMessage,
  response: ServerResponse,
  { status, variants, head, how }: Content,
): Promise<void> {
  const encoding = variants.effective(chooseEncoding(request.headers['accept-encoding'] as string | undefined));
  const about = [...head, 'Cache-Status', `broadsheet; ${how}`];
  const known = status === 200 ? request.headers['if-none-match'] : undefined;
  const matched = known === undefined ? undefined : variants.matched(known);
  if (matched !== undefined) {
    response.writeHead(304, [...about, 'ETag', matched]);
    response.end();
    return;
  }
  const bytes = await variants.bytesIn(encoding);
  if (encoding !== 'identity') about.push('Content-Encoding', encoding);
  if (status === 200) about.push('ETag', variants.etag(encoding));
  response.writeHead(status, [...about, 'Content-Length', String(bytes.length)]);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** The page's own headers and the common ones. */
export const headOf = (page: Page, common: CommonHeaders): string[] => [
  ...page.headers.flat(),
  ...['Vary', page.varies ? 'Accept, Accept-Encoding' : 'Accept-Encoding'],
  ...['Cache-Control', page.cacheControl, 'Content-Security-Policy', page.policy],
  ...common,
];

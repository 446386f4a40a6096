import type { OutgoingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { contentSecurityPolicy } from '../next/security-headers';
import type { Encoding } from './accept-encoding';
import type { NextAnswer } from './next-answer';
import type { Keepable } from './page-cache';
import { securePage, statusOf } from './page-scripts';
import { isCompressible, Variants } from './variants';

/** A whole answer in memory, ready for any client. */
export type Page = Keepable & {
  status: number;
  /** What the application said, apart from what is ours to say. */
  headers: [string, string][];
  policy: string;
  cacheControl: string;
  /** Whether the address has another answer for those who ask for Markdown. */
  varies: boolean;
  variants: Variants;
  hits: number;
  /** The head of a hit, by encoding, so that a hit assembles nothing. */
  heads: Partial<Record<Encoding, string[]>>;
};

// The browser asks every time and mostly gets a 304; a proxy in front may answer a rush for a second.
const SHARED = 'public, max-age=0, s-maxage=1, must-revalidate';

// Ours to say (policy, caching, coding), a connection's own, or Next's internals.
const OURS =
  /^(?:content-security-policy|content-length|content-encoding|transfer-encoding|connection|keep-alive|date|etag|vary|cache-control|x-powered-by|x-nextjs-.*|x-middleware-.*|next-.*|set-cookie)$/;

export async function collect(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of body as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The page that an answer of Next makes: its own scripts dealt with, its policy fixed, nothing of one reader in it. */
export async function toPage(answer: NextAnswer, nonce: string): Promise<Page> {
  const { headers } = answer;
  const type = textOf(headers['content-type']) ?? 'text/plain; charset=utf-8';
  const sent = await collect(answer.body);
  const { body, status, scripts } = type.startsWith('text/html')
    ? finishHtml(sent, { nonce, answered: answer.status })
    : { body: sent, status: answer.status, scripts: [] };
  const variants = new Variants(body, { compressible: isCompressible(type) });
  const kept = status === 200 ? 'page' : status === 404 ? 'absence' : 'no';
  const keep = headers['set-cookie'] === undefined ? kept : 'no';
  return {
    status,
    headers: Object.entries(headers).flatMap(([name, value]) => {
      const text = textOf(value);
      // What a page links to ahead are scripts that are taken out of it.
      const dropped = OURS.test(name) || (name === 'link' && type.startsWith('text/html'));
      return dropped || text === undefined ? [] : [[name, text] as [string, string]];
    }),
    policy: contentSecurityPolicy({ scripts }),
    cacheControl: keep === 'no' ? 'no-store' : SHARED,
    varies: /^text\/(?:html|markdown)/.test(type),
    variants,
    keep,
    hits: 0,
    heads: {},
    get bytes() {
      return variants.bytes + 1_000;
    },
  };
}

/** A page of HTML as Next made it, finished for sending. */
export function finishHtml(
  sent: Buffer,
  { nonce, answered }: { nonce: string; answered: number },
): { body: Buffer; status: number; scripts: string[] } {
  const { html, scripts } = securePage(sent.toString('utf8'), nonce);
  const final = statusOf(html, answered);
  return { body: Buffer.from(final.html), status: final.status, scripts };
}

const textOf = (value: OutgoingHttpHeaders[string]): string | undefined =>
  value === undefined ? undefined : Array.isArray(value) ? value.join(', ') : String(value);

import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Encoding } from './accept-encoding';
import { chooseEncoding } from './accept-encoding';
import { prefersMarkdown } from './accept-markdown';
import type { Site } from './client-headers';
import { sharedHeaders } from './client-headers';
import type { NextHandler } from './next-answer';
import { askNext } from './next-answer';
import type { Page } from './page';
import { toPage } from './page';
import type { PageKey } from './page-cache';
import { PageCache } from './page-cache';
import { quickHeaders } from './quick-headers';
import type { CommonHeaders } from './send';
import { headOf, sendContent } from './send';

type Options = {
  handler: NextHandler;
  site: Site;
  common: CommonHeaders;
  limited: <T>(work: () => Promise<T>, page: PageKey) => Promise<T>;
  cacheBytes: number;
  isListening: () => boolean;
};

export type PublicPages = {
  cache: PageCache<Page>;
  /** Answers at once when the page is kept, fresh and compressed as this client likes it. */
  hit(request: IncomingMessage, response: ServerResponse, also?: readonly string[]): boolean;
  serve(request: IncomingMessage, response: ServerResponse, key: PageKey): Promise<void>;
  close(): void;
};

/** A page that came out as a server error; it is shown, but never in place of a good one that is kept. */
class FailedPage extends Error {
  override name = 'FailedPage';
  readonly page: Page;
  constructor(page: Page) {
    super(`the application answered ${page.status}`);
    this.page = page;
  }
}

const RENDER_LIMIT_MS = 15_000;
// Hits after which the densest compression pays, and how long a page must have held by then.
const POPULAR = 5;
const IMPROVE_AFTER_MS = 10_000;
const MOST_SHORTCUTS = 5_000;

/** Serves the pages that are the same for every reader out of the cache, rendering through Next what is not there. */
export function publicPages({ handler, site, common, limited, cacheBytes, isListening }: Options): PublicPages {
  const cache = new PageCache<Page>({ maxBytes: cacheBytes, isListening });
  const improving = new Set<NodeJS.Timeout>();

  const render = (asked: PageKey) => (): Promise<Page> =>
    limited(async () => {
      const nonce = randomBytes(18).toString('base64url');
      const headers = { ...sharedHeaders(site), 'content-security-policy': `script-src 'nonce-${nonce}'` };
      const answer = await timely(askNext(handler, { method: 'GET', url: asked.key, headers }));
      const page = await timely(toPage(answer, nonce)).catch((error: unknown) => {
        answer.body.destroy();
        throw error;
      });
      if (page.status >= 500) throw new FailedPage(page);
      return page;
    }, asked);

  const popular = (key: string, page: Page): void => {
    const timer = setTimeout(() => {
      improving.delete(timer);
      if (cache.fresh(key) !== page) return;
      page.variants.improve().then(
        () => {
          page.heads = {};
          cache.recount(key);
        },
        () => {},
      );
    }, IMPROVE_AFTER_MS).unref();
    improving.add(timer);
  };

  // Where an address was found to lead, so that the next request for it parses nothing.
  const shortcuts = new Map<string, string>();

  const hit: PublicPages['hit'] = (request, response, also) => {
    const key = request.method === 'GET' || request.method === 'HEAD' ? shortcuts.get(request.url ?? '') : undefined;
    const page = key === undefined ? undefined : cache.ready(key);
    if (key === undefined || page?.status !== 200) return false;
    const { acceptEncoding, ifNoneMatch, rsc, accept } = quickHeaders(request.rawHeaders);
    if (rsc || prefersMarkdown(accept)) return false;
    const encoding = page.variants.effective(chooseEncoding(acceptEncoding));
    const bytes = page.variants.ready(encoding);
    if (!bytes || (ifNoneMatch !== undefined && page.variants.matched(ifNoneMatch) !== undefined)) return false;
    if (++page.hits === POPULAR) popular(key, page);
    page.heads[encoding] ??= hitHead(page, { encoding, length: bytes.length, common });
    const head = page.heads[encoding];
    response.writeHead(200, also ? [...head, ...also] : head);
    response.end(request.method === 'HEAD' ? undefined : bytes);
    return true;
  };

  return {
    cache,
    hit,
    async serve(request, response, key) {
      if (shortcuts.size >= MOST_SHORTCUTS) shortcuts.clear();
      // An address leads elsewhere for those who ask for its Markdown.
      if (!prefersMarkdown(request.headers.accept)) shortcuts.set(request.url ?? '', key.key);
      // Whoever has a session may have just changed something and wants to see it.
      const patient = request.headers.cookie !== undefined;
      const { page, how } = await cache.get(key, render(key), { patient }).catch((error: unknown) => {
        if (error instanceof FailedPage) return { page: error.page, how: 'miss' as const };
        throw error;
      });
      const said = { hit: 'hit', stale: 'hit; detail=stale', miss: 'fwd=miss' }[how];
      const { status, variants } = page;
      await sendContent(request, response, { status, variants, head: headOf(page, common), how: said });
      cache.recount(key.key);
    },
    close: () => {
      for (const timer of improving) clearTimeout(timer);
    },
  };
}

function hitHead(page: Page, options: { encoding: Encoding; length: number; common: CommonHeaders }): string[] {
  const { encoding, length, common } = options;
  return [
    ...headOf(page, common),
    ...['Cache-Status', 'broadsheet; hit', 'ETag', page.variants.etag(encoding)],
    ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
    ...['Content-Length', String(length)],
  ];
}

function timely<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`a page took longer than ${RENDER_LIMIT_MS} ms`)), RENDER_LIMIT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

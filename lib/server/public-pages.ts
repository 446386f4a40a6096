import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Encoding } from './accept-encoding';
import { chooseEncoding } from './accept-encoding';
import type { Site } from './client-headers';
import { sharedHeaders } from './client-headers';
import type { Limited } from './limiter';
import type { NextHandler } from './next-answer';
import { askNext } from './next-answer';
import type { Page } from './page';
import { toPage } from './page';
import type { PageKey } from './page-cache';
import { PageCache } from './page-cache';
import type { CommonHeaders } from './send';
import { headOf, sendContent } from './send';

type Options = {
  handler: NextHandler;
  site: Site;
  common: CommonHeaders;
  limited: Limited;
  cacheBytes: number;
  isListening: () => boolean;
};

export type PublicPages = {
  cache: PageCache<Page>;
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

/** Serves the pages that are the same for every reader out of the cache, rendering through Next what is not there. */
export function publicPages({ handler, site, common, limited, cacheBytes, isListening }: Options): PublicPages {
  const cache = new PageCache<Page>({ maxBytes: cacheBytes, isListening });
  const improving = new Set<NodeJS.Timeout>();

  const render = (url: string) => (): Promise<Page> =>
    limited(async () => {
      const nonce = randomBytes(18).toString('base64url');
      const headers = { ...sharedHeaders(site), 'content-security-policy': `script-src 'nonce-${nonce}'` };
      const answer = await timely(askNext(handler, { method: 'GET', url, headers }));
      const page = await timely(toPage(answer, nonce)).catch((error: unknown) => {
        answer.body.destroy();
        throw error;
      });
      if (page.status >= 500) throw new FailedPage(page);
      return page;
    });

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

  const hit = (request: IncomingMessage, response: ServerResponse, page: Page): boolean => {
    if (request.headers['if-none-match'] !== undefined || page.status !== 200) return false;
    const encoding = page.variants.effective(chooseEncoding(request.headers['accept-encoding'] as string | undefined));
    const bytes = page.variants.ready(encoding);
    if (!bytes) return false;
    page.heads[encoding] ??= hitHead(page, { encoding, length: bytes.length, common });
    response.writeHead(200, page.heads[encoding]);
    response.end(request.method === 'HEAD' ? undefined : bytes);
    return true;
  };

  return {
    cache,
    async serve(request, response, key) {
      const kept = cache.fresh(key.key);
      if (kept) {
        if (++kept.hits === POPULAR) popular(key.key, kept);
        if (hit(request, response, kept)) return;
      }
      // Whoever has a session may have just changed something and wants to see it.
      const patient = request.headers.cookie !== undefined;
      const { page, how } = await cache.get(key, render(key.key), { patient }).catch((error: unknown) => {
        if (error instanceof FailedPage) return { page: error.page, how: 'miss' as const };
        throw error;
      });
      const status = { hit: 'hit', stale: 'hit; detail=stale', miss: 'fwd=miss' }[how];
      await sendContent(request, response, {
        status: page.status,
        variants: page.variants,
        head: headOf(page, common),
        how: status,
      });
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
    ...['Vary', 'Accept-Encoding', 'Cache-Status', 'broadsheet; hit', 'ETag', page.variants.etag(encoding)],
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

import { clientKey } from '@/lib/next/client-address';
import { BusyError, limiter } from '@/lib/server/limiter';
import { services } from '@/lib/services';
import { SearchTooBroad, type Suggestion } from '@/src/search';
import { authorPath, categoryPath, paperPath } from '@/src/shared';

const MOST = 8;
const LONGEST = 100;
// The same for everybody, and a few minutes old is new enough.
const SHARED = { 'cache-control': 'public, max-age=300' };

const hrefOf = ({ kind, key }: Suggestion): string =>
  kind === 'title' ? paperPath(key) : kind === 'author' ? authorPath(key) : categoryPath(key);

// Typing must not hold the connections that pages are read over.
const limited = limiter({ running: 3, waiting: 60 });

/** `GET /api/search/suggest?q=…`: titles, authors and categories that begin with two letters or more. */
export async function answerSuggest(request: Request): Promise<Response> {
  const prefix = (new URL(request.url).searchParams.get('q') ?? '')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
  if (prefix.length < 2) return Response.json({ suggestions: [] }, { headers: SHARED });
  const { search, suggestLimit } = services();
  const taken = await suggestLimit(clientKey(request.headers));
  if (!taken.allowed) {
    const error = 'That is more typing than a person does. Wait a few seconds.';
    const headers = { 'retry-after': String(taken.retryAfter), 'cache-control': 'no-store' };
    return Response.json({ error }, { status: 429, headers });
  }
  const found = await limited(() => search.suggest(prefix, MOST)).catch((error: unknown) => {
    if (error instanceof SearchTooBroad || error instanceof BusyError) return undefined;
    throw error;
  });
  // No answer is worth keeping that only says that there was no time for one.
  if (found === undefined) return Response.json({ suggestions: [] }, { headers: { 'cache-control': 'no-store' } });
  const suggestions = found.map((one) => ({ kind: one.kind, text: one.text, href: hrefOf(one) }));
  return Response.json({ suggestions }, { headers: SHARED });
}

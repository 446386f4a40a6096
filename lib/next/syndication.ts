import { env } from '@/lib/env';
import { services } from '@/lib/services';
import { siteOrigin } from '@/lib/site-origin';
import { rangeOf } from '@/src/feed';
import type { PaperId } from '@/src/papers';
import { parseQuery, requestOf, SearchTooBroad } from '@/src/search';
import * as syndication from '@/src/syndication';

/** Feed readers keep what they have seen; more would only be sent again and again. */
const MOST_ENTRIES = 100;
const SLICE = { limit: MOST_ENTRIES, offset: 0 };
const CAPPED = { ...SLICE, cap: MOST_ENTRIES };
const ALL = { show: 'all', category: null } as const;

type Read = { ids: PaperId[]; name?: string | undefined };

async function read(list: syndication.SyndicatedList): Promise<Read> {
  const { feed, hub, search } = services();
  const idsOf = ({ cards }: { cards: { id: PaperId }[] }): PaperId[] => cards.map(({ id }) => id);
  switch (list.kind) {
    case 'latest':
      return { ids: await hub.newestShown(SLICE) };
    case 'trending':
      return { ids: idsOf(await feed.trending({ ...ALL, ...CAPPED })) };
    case 'period':
      return { ids: idsOf(await feed.listed(rangeOf(list.period), { ...ALL, ...SLICE, sort: 'votes' })) };
    case 'category':
      return { ids: idsOf(await feed.inCategory(list.code, CAPPED)) };
    case 'author': {
      const found = await feed.byAuthor(list.key, CAPPED);
      return { ids: idsOf(found), name: found.names[0] };
    }
    case 'search': {
      const found = await search.search(requestOf(parseQuery(list.text).query, SLICE));
      return { ids: found.hits.map(({ id }) => id) };
    }
  }
}

const refused = (status: number, sentence: string): Response =>
  new Response(`${sentence}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });

/** `GET /feeds/{atom|rss|json}/{the path of a list's page}`. */
export async function answerFeed(request: Request, format: string, path: readonly string[]): Promise<Response> {
  const url = new URL(request.url);
  const asked = syndication.readList(path, url.searchParams);
  if (!syndication.isFeedFormat(format)) return refused(404, 'Feeds are atom, rss or json.');
  if (!asked.ok) return refused(asked.refusal.code === 'no-such-list' ? 404 : 400, asked.refusal.message);
  const { list, filter } = asked.value;
  const found = await read(list).catch((error: unknown) => {
    if (error instanceof SearchTooBroad) return error;
    throw error;
  });
  if (found instanceof SearchTooBroad) return refused(400, found.message);
  const { origin } = siteOrigin();
  const entries = (await services().feedEntries(found.ids)).filter((entry) => syndication.passes(filter, entry));
  const query = new URLSearchParams(
    syndication.FEED_PARAMETERS.flatMap((name) => {
      const value = url.searchParams.get(name);
      return value ? [[name, value]] : [];
    }),
  ).toString();
  const feed = {
    title: `${env().SITE_NAME}: ${syndication.titleOf(list, found.name)}`,
    page: `${origin}${syndication.pageOf(list)}`,
    self: `${origin}/feeds/${format}/${path.map(encodeURIComponent).join('/')}${query && `?${query}`}`,
    origin,
    entries,
  };
  const { type, text } = syndication.writeFeed(format, feed);
  const changed = syndication.updatedOf(feed);
  const since = Date.parse(request.headers.get('if-modified-since') ?? '');
  const headers = { 'last-modified': changed.toUTCString(), 'access-control-allow-origin': '*' };
  // Seconds are all that the header can say.
  if (since >= Math.floor(changed.getTime() / 1_000) * 1_000) return new Response(null, { status: 304, headers });
  return new Response(text, {
    headers: { ...headers, 'content-type': type, 'cache-control': 'public, max-age=0, s-maxage=1' },
  });
}

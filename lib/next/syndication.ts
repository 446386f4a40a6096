import { env } from '@/lib/env';
import { services } from '@/lib/services';
import { siteOrigin } from '@/lib/site-origin';
import * as syndication from '@/src/syndication';
import { listPapers, listRefused } from './list-papers';
import { plainRefusal } from './plain-refusal';

/** Feed readers keep what they have seen; more would only be sent again and again. */
const MOST_ENTRIES = 100;

/** `GET /feeds/{atom|rss|json}/{the path of a list's page}`. */
export async function answerFeed(request: Request, format: string, path: readonly string[]): Promise<Response> {
  const url = new URL(request.url);
  const asked = syndication.readList(path, url.searchParams);
  if (!syndication.isFeedFormat(format)) return plainRefusal(404, 'Feeds are atom, rss or json.');
  if (!asked.ok) return listRefused(asked.refusal);
  const { list, filter } = asked.value;
  const found = await listPapers(list, MOST_ENTRIES);
  if (!found.ok) return listRefused(found.refusal);
  const { origin } = siteOrigin();
  const entries = (await services().feedEntries(found.value.ids)).filter((entry) => syndication.passes(filter, entry));
  const query = syndication.feedQuery(url.searchParams).toString();
  const feed = {
    title: `${env().SITE_NAME}: ${syndication.titleOf(list, found.value.name)}`,
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

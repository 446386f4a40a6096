import { createHash } from 'node:crypto';
import { objectId } from '@/lib/db/hub-store';
import { env } from '@/lib/env';
import { services } from '@/lib/services';
import { siteOrigin } from '@/lib/site-origin';
import { newMessage, readDiscussion } from '@/src/comments';
import * as hub from '@/src/hub';
import { parsePaperId } from '@/src/papers';
import { parseQuery, requestOf, SearchTooBroad, termMatcher } from '@/src/search';

// Lists change with every vote; whoever asks again soon gets a 304.
const HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Link, ETag, Retry-After, RateLimit, RateLimit-Policy',
  'cache-control': 'public, max-age=0, s-maxage=1, must-revalidate',
};
const A_DAY_S = 86_400;

const failed = (status: number, error: string): Response =>
  Response.json({ error }, { status, headers: { ...HEADERS, 'cache-control': 'no-store' } });

/** 200 with an ETag, or 304 where the client has just this. */
function answered(request: Request, value: unknown, headers: Record<string, string> = {}): Response {
  const body = JSON.stringify(value);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const all = { ...HEADERS, etag, ...headers };
  const known = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (known?.includes(etag)) return new Response(null, { status: 304, headers: all });
  return new Response(body, { headers: { ...all, 'content-type': 'application/json; charset=utf-8' } });
}

/** What a browser asks before it reads from another site's page. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': 'Accept, Content-Type, If-None-Match, User-Agent',
      'access-control-max-age': String(A_DAY_S),
    },
  });

function voice(): hub.Voice {
  const { SITE_NAME } = env();
  const name =
    SITE_NAME.toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'broadsheet';
  return { origin: siteOrigin().origin, site: { id: objectId('site', 'site'), name, fullname: SITE_NAME } };
}

/** The address of another page of the same list. */
function nextLink(request: Request, parameters: Record<string, string>): Record<string, string> {
  const url = new URL(request.url);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { link: `<${siteOrigin().origin}${url.pathname}?${url.searchParams}>; rel="next"` };
}

/** `GET /api/daily_papers`. */
export async function dailyPapers(request: Request): Promise<Response> {
  const read = hub.readParameters(hub.DAILY, new URL(request.url).searchParams);
  if (!read.ok) return failed(400, read.refusal.message);
  const { feed, hub: store } = services();
  const page = await hub.readDaily({ feed, hub: store, now: new Date() }, read.value);
  if (!page.ok) return failed(400, page.refusal.message);
  const { ids, more } = page.value;
  const us = voice();
  const items = (await store.records(ids)).map((record) => hub.hubItem(record, us));
  return answered(request, items, more ? nextLink(request, { p: String(read.value.p + 1) }) : {});
}

/** `GET /api/papers`. */
export async function newestPapers(request: Request): Promise<Response> {
  const read = hub.readParameters(hub.NEWEST, new URL(request.url).searchParams);
  if (!read.ok) return failed(400, read.refusal.message);
  const { limit, cursor } = read.value;
  const store = services().hub;
  const ids = await store.newest({ after: cursor ?? null, limit: limit + 1 });
  const records = await store.records(ids.slice(0, limit));
  const last = records.at(-1);
  const us = voice();
  const more =
    ids.length > limit && last
      ? nextLink(request, { cursor: hub.writeCursor({ at: last.publishedAt, id: last.id }) })
      : {};
  return answered(
    request,
    records.map((record) => hub.hubShort(record, us)),
    more,
  );
}

/** `GET /api/papers/search`. Reads what the search page reads, filters too. */
export async function searchPapers(request: Request): Promise<Response> {
  const read = hub.readParameters(hub.SEARCH, new URL(request.url).searchParams);
  if (!read.ok) return failed(400, read.refusal.message);
  const { query } = parseQuery(read.value.q);
  const { search, hub: store } = services();
  const found = await search
    .search(requestOf(query, { limit: read.value.limit, offset: 0 }))
    .catch((error: unknown) => {
      if (error instanceof SearchTooBroad) return error;
      throw error;
    });
  if (found instanceof SearchTooBroad) return failed(400, found.message);
  const matches = termMatcher(found.terms);
  const pieces = hub.highlighted((word) => matches(word) !== undefined);
  const us = voice();
  const records = await store.records(found.hits.map(({ id }) => id));
  return answered(
    request,
    records.map((record) => hub.hubFound(record, us, pieces)),
  );
}

/** `GET /api/papers/{id}`; with `field=comments` its comments as well. */
export async function onePaper(request: Request, text: string): Promise<Response> {
  const id = parsePaperId(text);
  const [record] = id.ok ? await services().hub.records([id.value]) : [];
  if (!record) return failed(404, 'Paper not found');
  const paper = hub.hubPaperAnswer(record, voice());
  if (new URL(request.url).searchParams.get('field') !== 'comments') return answered(request, paper);
  const asked = { viewer: null, mode: env().COMMENTS, paperId: record.id, order: 'best', page: 1 } as const;
  const discussion = await readDiscussion(services().comments, asked);
  return answered(request, { ...paper, comments: discussion.ok ? discussion.value.comments.map(newMessage) : [] });
}

/** `GET /api/agent-harnesses`, which the Hub's command line asks for at every start. */
export const agentHarnesses = (request: Request): Response => answered(request, { standardEnvVars: [], harnesses: {} });

/** `GET /api/openapi.json`. */
export const openApi = (request: Request): Response =>
  answered(request, hub.openApiDocument({ origin: siteOrigin().origin, name: env().SITE_NAME }));

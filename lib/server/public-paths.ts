import { discussionQuery, parseDiscussionOptions } from '@/src/comments';
import { LIST_PARAMETERS, listQuery, parseListOptions } from '@/src/feed';
import { DAILY, NEWEST, readParameters, SEARCH } from '@/src/hub';
import { parsePaperId } from '@/src/papers';
import { parseQuery, parseSide, pastedReference, printQuery } from '@/src/search';
import type { CacheTag } from '@/src/shared';
import {
  ALL_TAG,
  dayTag,
  LISTS_TAG,
  MODERATION_TAG,
  paperTag,
  parseUtcDay,
  SEARCH_TAG,
  STATUS_TAG,
} from '@/src/shared';
import { feedQuery } from '@/src/syndication';

const MINUTE_MS = 60_000;

/**
 * The query that a page is rendered and kept under: only what changes the page, in one order, defaults left out, so that
 * no made-up query makes a second copy. Undefined where the page would refuse the query; such an answer is not kept.
 */
type Canonical = (query: URLSearchParams) => string | undefined;

/** A page that is the same for every reader, so that one rendering serves them all. */
export type PublicPath = {
  tags: readonly CacheTag[];
  canonical: Canonical;
  /** How long it holds without any change: pages that say "today" or leave out the current year age. */
  maxAgeMs: number;
  /** What its copies share one small place of the cache with. */
  group: (canonical: string) => string;
};

type Row = {
  pattern: RegExp;
  /** Undefined: this path is not one of these after all. */
  tags: (part: string) => readonly CacheTag[] | undefined;
  canonical?: Canonical;
  maxAgeMs?: number;
  group?: (canonical: string) => string | undefined;
};

const none: Canonical = () => '';

const discussion: Canonical = (query) => discussionQuery(parseDiscussionOptions(query)).slice(1);

// A form that was sent leads back to its page, which then has something to say to one reader.
const nothingTried: Canonical = (query) => (query.has('problem') || query.has('done') ? undefined : '');

const paperPage: Canonical = (query) => {
  const side = parseSide(query.get('similar'));
  return [discussion(query), side === 'any' ? '' : `similar=${side}`].filter(Boolean).join('&');
};

const logPage: Canonical = (query) => {
  const page = query.get('page') ?? '';
  return /^[2-9]$|^[1-9]\d{1,3}$/.test(page) ? `page=${page}` : '';
};

const list: Canonical = (query) => {
  const options = parseListOptions(Object.fromEntries(LIST_PARAMETERS.map((name) => [name, query.getAll(name)])));
  return options.ok ? listQuery(options.value).slice(1) : undefined;
};

/** Searches that were not typed alike but ask the same are one page. What could not be read is told on the page, so it counts. */
const search: Canonical = (query) => {
  const typed = query.get('q') ?? '';
  const { query: read, problems } = parseQuery(typed);
  const asIs = problems.length > 0 || pastedReference(typed) !== undefined;
  const parameters = new URLSearchParams({ q: asIs ? typed : printQuery(read) });
  const page = query.get('page') ?? '';
  if (/^[2-9]$|^[1-9]\d{1,3}$/.test(page)) parameters.set('page', page);
  return parameters.toString();
};

/** Its searches' place in the cache: readers make up more of them than can be kept, and they must not push out the lists. */
export const SEARCHES = 'searches';

const dayTags = (text: string): readonly CacheTag[] | undefined => {
  const day = parseUtcDay(text);
  return day.ok ? [dayTag(day.value), LISTS_TAG] : undefined;
};

const paperTags = (text: string): readonly CacheTag[] | undefined => {
  const id = parsePaperId(decodeURIComponent(text));
  return id.ok ? [paperTag(id.value)] : undefined;
};

/** The parameters of a call that it reads; undefined where it would refuse them. */
const call =
  (schema: Parameters<typeof readParameters>[0]): Canonical =>
  (query) => {
    if (!readParameters(schema, query).ok) return undefined;
    const names = Object.keys(schema.shape).filter((name) => query.has(name));
    return new URLSearchParams(names.map((name) => [name, query.get(name) ?? ''])).toString();
  };

const listFilters: Canonical = (query) => feedQuery(query).toString();

// Extended by one row a page; the first that matches counts.
const TABLE: readonly Row[] = [
  {
    pattern: /^\/papers$/,
    tags: () => [LISTS_TAG, SEARCH_TAG],
    canonical: (query) => (query.has('q') ? search(query) : list(query)),
    group: (canonical) => (canonical.startsWith('q=') ? SEARCHES : undefined),
    maxAgeMs: 5 * MINUTE_MS,
  },
  { pattern: /^\/$/, tags: () => [LISTS_TAG], canonical: list, maxAgeMs: 5 * MINUTE_MS },
  { pattern: /^\/papers\/date\/([^/]+)$/, tags: dayTags, canonical: list },
  { pattern: /^\/papers\/date\/([^/]+)\/map$/, tags: dayTags },
  { pattern: /^\/papers\/week\/\d{4}-W\d{2}$/, tags: () => [LISTS_TAG], canonical: list },
  { pattern: /^\/papers\/month\/\d{4}-\d{2}$/, tags: () => [LISTS_TAG], canonical: list },
  { pattern: /^\/papers\/trending$/, tags: () => [LISTS_TAG], canonical: list, maxAgeMs: 5 * MINUTE_MS },
  { pattern: /^\/papers\/((?:[^/]+\/)?[^/]+)\/opengraph-image[^/]*$/, tags: paperTags },
  // Where that one is rewritten to; drawing a picture is the dearest thing that a stranger can ask for.
  { pattern: /^\/paper-image\/((?:[^/]+\/)?[^/]+)$/, tags: paperTags },
  { pattern: /^\/cite\/papers\/((?:[^/]+\/)?[^/]+)$/, tags: paperTags },
  {
    pattern: /^\/cite\/(?!people\/).+$/,
    tags: () => [LISTS_TAG, SEARCH_TAG],
    canonical: listFilters,
    group: (canonical) => (canonical === '' ? undefined : SEARCHES),
    maxAgeMs: 5 * MINUTE_MS,
  },
  { pattern: /^\/citations\/[a-z-]+\/papers\/((?:[^/]+\/)?[^/]+)$/, tags: paperTags },
  { pattern: /^\/papers\/((?:[^/]+\/)?[^/]+)\.md$/, tags: paperTags },
  {
    pattern: /^\/(?:papers|(?:papers|categories|authors)\/.+)\.md$/,
    tags: () => [LISTS_TAG, SEARCH_TAG],
    canonical: listFilters,
    group: (canonical) => (canonical === '' ? undefined : SEARCHES),
    maxAgeMs: 5 * MINUTE_MS,
  },
  { pattern: /^\/sitemap\.xml$/, tags: () => [] },
  { pattern: /^\/sitemaps\/\d{4}-\d{2}(?:-\d{1,2})?\.xml$/, tags: () => [] },
  { pattern: /^\/papers\/((?:[^/]+\/)?[^/]+)$/, tags: paperTags, canonical: paperPage },
  { pattern: /^\/(?:llms\.txt|robots\.txt|opensearch\.xml)$/, tags: () => [] },
  { pattern: /^\/api\/daily_papers$/, tags: () => [LISTS_TAG], canonical: call(DAILY), maxAgeMs: 5 * MINUTE_MS },
  { pattern: /^\/api\/papers$/, tags: () => [LISTS_TAG], canonical: call(NEWEST), maxAgeMs: 5 * MINUTE_MS },
  {
    pattern: /^\/api\/papers\/search$/,
    tags: () => [LISTS_TAG, SEARCH_TAG],
    canonical: call(SEARCH),
    group: () => SEARCHES,
    maxAgeMs: 5 * MINUTE_MS,
  },
  {
    pattern: /^\/api\/papers\/((?:[^/]+\/)?[^/]+)$/,
    tags: paperTags,
    canonical: (query) => (query.get('field') === 'comments' ? 'field=comments' : ''),
  },
  { pattern: /^\/api(?:\/agent-harnesses|\/openapi\.json)?$/, tags: () => [] },
  {
    // What people show of themselves they may hide again, and then at once.
    pattern: /^\/feeds\/(?:atom|rss|json)\/(?!people\/).+$/,
    tags: () => [LISTS_TAG, SEARCH_TAG],
    canonical: listFilters,
    group: (canonical) => (canonical === '' ? undefined : SEARCHES),
    maxAgeMs: 5 * MINUTE_MS,
  },
  { pattern: /^\/digest\/([^/]+)$/, tags: dayTags },
  { pattern: /^\/digest\/weekly\/\d{4}-\d{2}-\d{2}$/, tags: () => [LISTS_TAG] },
  { pattern: /^\/authors\/[^/]+$/, tags: () => [LISTS_TAG], canonical: list },
  { pattern: /^\/categories\/[^/]+$/, tags: () => [LISTS_TAG], canonical: list },
  { pattern: /^\/moderation$/, tags: () => [MODERATION_TAG], canonical: logPage, maxAgeMs: MINUTE_MS },
  { pattern: /^\/about$/, tags: () => [] },
  { pattern: /^\/subscribe$/, tags: () => [], canonical: nothingTried },
  { pattern: /^\/search$/, tags: () => [] },
  { pattern: /^\/status$/, tags: () => [STATUS_TAG, LISTS_TAG], maxAgeMs: MINUTE_MS },
];

const DEFAULT_MAX_AGE_MS = 60 * MINUTE_MS;

/** The public page at a path, or undefined where the answer may depend on who asks. */
export function publicPath(pathname: string): PublicPath | undefined {
  for (const row of TABLE) {
    const { pattern, tags, canonical = none, maxAgeMs = DEFAULT_MAX_AGE_MS } = row;
    const match = pattern.exec(pathname);
    if (!match) continue;
    const own = tags(match[1] ?? '');
    const group = (asked: string): string => row.group?.(asked) ?? pathname;
    if (own) return { tags: [ALL_TAG, ...own], canonical, maxAgeMs, group };
  }
  return undefined;
}

/** What the page at a path depends on; nothing for pages that are not kept. */
export const tagsOfPath = (pathname: string): readonly CacheTag[] => publicPath(pathname)?.tags ?? [];

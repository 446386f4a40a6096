import { z } from 'zod';
import { oaiSetOf, type Source, type SourceEvent, type XmlHead } from '@/src/ingest';
import type { UtcDay } from '@/src/shared';
import type { PoliteFetch } from './polite-fetch';
import { readXmlAnswer } from './read-xml-answer';

/** The cursor's name in the store; its scope is the OAI set. */
export const OAI_CURSOR = 'arxiv-oai';

const cursorState = z.object({
  /** Start of the window being harvested, or of the next one when there is no token. */
  from: z.string(),
  until: z.string().optional(),
  token: z.string().optional(),
  expires: z.string().optional(),
  /** The server's day when the window was begun: where the next one starts. */
  next: z.string().optional(),
});
export type OaiCursor = z.infer<typeof cursorState>;

export type OaiHarvest = {
  fetch: PoliteFetch;
  baseUrl: string;
  categories: readonly string[];
  /**
   * The records changed since the last harvest of each set, or since `from` where there was none; or those of a window of
   * days that somebody names, which has a cursor of its own.
   */
  range: { since: UtcDay } | { from: UtcDay; until?: UtcDay };
  readCursor: (scope: string) => Promise<unknown>;
  now: () => Date;
};

// 1,000 records a page: ten million, more than arXiv holds. A server that goes on longer is going in circles.
const MOST_PAGES = 10_000;

/**
 * Harvests changed records from arXiv's OAI-PMH server, a set a category, in `arXivRaw`. Follows resumption tokens, keeps
 * the cursor after each page, and begins a window again when its token has expired.
 */
export function oaiSource(harvest: OaiHarvest): Source {
  return {
    name: OAI_CURSOR,
    async *events(signal) {
      let requests = 0;
      for (const category of harvest.categories) {
        for await (const event of harvestSet(harvest, oaiSetOf(category), signal)) {
          if (event.kind === 'checkpoint') {
            requests += 1;
            yield event;
            yield { kind: 'progress', done: requests, unit: 'requests' };
          } else yield event;
        }
      }
    },
  };
}

async function* harvestSet(harvest: OaiHarvest, set: string, signal: AbortSignal): AsyncGenerator<SourceEvent> {
  const { scope, start } = windowOf(harvest.range, set);
  const kept = cursorState.safeParse(await harvest.readCursor(scope));
  let cursor: OaiCursor = kept.success ? kept.data : start;
  if (cursor.token !== undefined && hasExpired(cursor, harvest.now())) cursor = restarted(cursor);
  let restarts = 0;
  const met = new Set<string>();

  for (let page = 0; page < MOST_PAGES; page += 1) {
    if (signal.aborted) return;
    const { body } = await harvest.fetch(addressOf(harvest.baseUrl, set, cursor), { accept: 'text/xml', signal });
    const { events, head } = readXmlAnswer(body, `oai ${set} page ${page + 1}`);
    const [error] = head.errors;
    if (error?.code === 'badResumptionToken' && restarts === 0) {
      restarts += 1;
      cursor = restarted(cursor);
      continue;
    }
    if (error && error.code !== 'noRecordsMatch') {
      throw new Error(`arXiv's OAI-PMH server answered ${error.code} for ${set}: ${error.message}`);
    }
    yield* events;
    if (!head.complete)
      throw new Error(`The OAI-PMH answer for ${set} broke off; the harvest goes on from there next time.`);
    const token = head.token?.token;
    if (token !== undefined && met.has(token))
      throw new Error(`The OAI-PMH server gives the same resumption token for ${set} again.`);
    if (token !== undefined) met.add(token);
    cursor = advanced(cursor, head);
    // A window that was named is complete; asked for again, it begins again.
    if (token === undefined && 'from' in harvest.range) cursor = start;
    yield { kind: 'checkpoint', source: OAI_CURSOR, scope, state: cursor };
    if (token === undefined) return;
  }
  throw new Error(`The OAI-PMH list for ${set} does not end.`);
}

function windowOf(range: OaiHarvest['range'], set: string): { scope: string; start: OaiCursor } {
  if ('since' in range) return { scope: set, start: { from: range.since } };
  const { from, until } = range;
  return { scope: `${set} ${from}..${until ?? ''}`, start: { from, ...(until !== undefined && { until }) } };
}

function addressOf(baseUrl: string, set: string, { from, until, token }: OaiCursor): string {
  const url = new URL(baseUrl);
  url.searchParams.set('verb', 'ListRecords');
  // A resumption token excludes every other argument.
  if (token !== undefined) url.searchParams.set('resumptionToken', token);
  else {
    url.searchParams.set('metadataPrefix', 'arXivRaw');
    url.searchParams.set('set', set);
    url.searchParams.set('from', from);
    if (until !== undefined) url.searchParams.set('until', until);
  }
  return url.href;
}

const restarted = ({ from, until }: OaiCursor): OaiCursor => ({ from, ...(until !== undefined && { until }) });

const hasExpired = ({ expires }: OaiCursor, now: Date): boolean => expires !== undefined && new Date(expires) <= now;

function advanced(cursor: OaiCursor, head: XmlHead): OaiCursor {
  // Days are the finest grain, so the day on which the window was begun is asked for again: the same record changes nothing.
  const next = cursor.next ?? head.responseDay ?? cursor.from;
  if (!head.token) return { from: next };
  const { token, expires } = head.token;
  return { ...restarted(cursor), next, token, ...(expires && { expires: expires.toISOString() }) };
}

import type { IngestRecord, MissingPaper, Source, SourceEvent, XmlHead } from '@/src/ingest';
import { FetchFault } from './fetch-fault';
import type { PoliteFetch } from './polite-fetch';
import { readXmlAnswer } from './read-xml-answer';

const IDS_A_REQUEST = 100;

export type ApiSource = { fetch: PoliteFetch; baseUrl: string };

/**
 * Asks the arXiv API for single papers, many ids a request. Ids that it does not know are handed to `onUnknown`; one that it
 * finds malformed fails the whole request, so the batch is halved until that one stands alone. A paper asked for because a
 * day's announcement named it gets that day's listing.
 */
export function apiSource(
  { fetch, baseUrl }: ApiSource,
  wanted: readonly (Pick<MissingPaper, 'id'> & Partial<MissingPaper>)[],
  onUnknown: (id: string) => void = () => {},
): Source {
  const listings = groupById(wanted);
  const ids = [...listings.keys()];

  async function* ask(batch: readonly string[], signal: AbortSignal): AsyncGenerator<SourceEvent> {
    const url = new URL(baseUrl);
    url.searchParams.set('id_list', batch.join(','));
    url.searchParams.set('max_results', String(batch.length));
    const { events, head } = await askApi(fetch, url, signal);
    const [error] = head.errors;
    if (error && batch.length > 1) {
      const middle = Math.ceil(batch.length / 2);
      yield* ask(batch.slice(0, middle), signal);
      yield* ask(batch.slice(middle), signal);
      return;
    }
    if (error) {
      onUnknown(batch[0] ?? '');
      yield {
        kind: 'reject',
        reject: { place: `api ${batch[0]}`, reason: `the arXiv API refuses it: ${error.message}` },
      };
      return;
    }
    const met = new Set<string>();
    for (const event of events) {
      if (event.kind === 'paper') met.add(event.record.facts.id);
      yield event.kind === 'paper'
        ? { ...event, record: withListings(event.record, listings.get(event.record.facts.id)) }
        : event;
    }
    if (head.complete) for (const id of batch) if (!met.has(id)) onUnknown(id);
  }

  return {
    name: 'arxiv-api',
    async *events(signal) {
      for (let at = 0; at < ids.length && !signal.aborted; at += IDS_A_REQUEST) {
        yield* ask(ids.slice(at, at + IDS_A_REQUEST), signal);
        yield { kind: 'progress', done: Math.min(at + IDS_A_REQUEST, ids.length), total: ids.length, unit: 'requests' };
      }
    },
  };
}

/** The papers of these categories that were submitted last, newest first; for a first start on a day without a feed. */
export function recentApiSource({ fetch, baseUrl }: ApiSource, categories: readonly string[], count: number): Source {
  return {
    name: 'arxiv-api',
    async *events(signal) {
      const url = new URL(baseUrl);
      url.searchParams.set('search_query', categories.map((category) => `cat:${category}`).join(' OR '));
      url.searchParams.set('sortBy', 'submittedDate');
      url.searchParams.set('sortOrder', 'descending');
      url.searchParams.set('max_results', String(count));
      const { events, head } = await askApi(fetch, url, signal);
      const [error] = head.errors;
      if (error) throw new Error(`The arXiv API refuses the query: ${error.message}`);
      yield* events;
    },
  };
}

// An error comes as HTTP 400 with an entry that explains it, or, of old, as 200 with the same.
async function askApi(
  fetch: PoliteFetch,
  url: URL,
  signal: AbortSignal,
): Promise<{ events: SourceEvent[]; head: XmlHead }> {
  const place = `api ${url.search.slice(1, 80)}`;
  try {
    const { body } = await fetch(url.href, { accept: 'application/atom+xml', signal });
    return readXmlAnswer(body, place);
  } catch (error) {
    if (!(error instanceof FetchFault) || error.status !== 400 || !error.body) throw error;
    const answer = readXmlAnswer(error.body, place);
    if (answer.head.errors.length === 0) throw error;
    return answer;
  }
}

function withListings(record: IngestRecord, missing: readonly Partial<MissingPaper>[] = []): IngestRecord {
  const announced = missing.flatMap(({ day, categories }) => {
    if (day === undefined || categories === undefined) return [];
    const isNew = categories.includes(record.facts.primaryCategory ?? '');
    return [{ day, announced: isNew ? ('new' as const) : ('cross' as const), categories, source: 'feed' as const }];
  });
  return announced.length > 0 ? { ...record, listings: announced } : record;
}

function groupById<T extends { id: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(item.id, [...(groups.get(item.id) ?? []), item]);
  return groups;
}

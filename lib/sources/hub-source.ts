import { looksLikeHubList, readHubList, type Source, type SourceEvent } from '@/src/ingest';
import { addDays, type UtcDay } from '@/src/shared';
import { FetchFault } from './fetch-fault';
import type { Answer, PoliteFetch } from './polite-fetch';

const ITEMS_A_PAGE = 100;
const MOST_PAGES = 20;

/** The Hub's daily lists of a range of days, both ends included: picks, outside votes, links to code and project. */
export function hubSource({
  fetch,
  baseUrl,
  from,
  to,
}: {
  fetch: PoliteFetch;
  baseUrl: string;
  from: UtcDay;
  to: UtcDay;
}): Source {
  return {
    name: 'hub',
    async *events(signal) {
      let done = 0;
      for (let day = from; day <= to && !signal.aborted; day = addDays(day, 1)) {
        yield* readDay({ fetch, baseUrl, day, signal });
        done += 1;
        yield { kind: 'progress', done, unit: 'requests' };
      }
    },
  };
}

type Day = { fetch: PoliteFetch; baseUrl: string; day: UtcDay; signal: AbortSignal };

async function* readDay({ fetch, baseUrl, day, signal }: Day): AsyncGenerator<SourceEvent> {
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const url = `${baseUrl}/api/daily_papers?date=${day}&limit=${ITEMS_A_PAGE}&p=${page}`;
    const answer = await answerOf(fetch, url, signal);
    // The Hub answers 400 for a day that has not begun on its clock.
    if (!answer) return;
    const place = `hub ${day} page ${page + 1}`;
    const list = parseList(answer, place);
    yield* readHubList(list, place, day);
    if (list.length < ITEMS_A_PAGE) return;
  }
}

async function answerOf(fetch: PoliteFetch, url: string, signal: AbortSignal): Promise<Answer | undefined> {
  try {
    return await fetch(url, { accept: 'application/json', signal });
  } catch (error) {
    if (error instanceof FetchFault && error.status === 400) return undefined;
    throw error;
  }
}

function parseList({ body, url }: Answer, place: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new Error(`${place}: ${url} did not answer with JSON.`);
  }
  if (!looksLikeHubList(value)) throw new Error(`${place}: ${url} did not answer with a daily list.`);
  return value;
}

import { apiSource } from '@/lib/sources/api-source';
import { feedSource } from '@/lib/sources/feed-source';
import { hubSource } from '@/lib/sources/hub-source';
import { OAI_CURSOR, oaiSource } from '@/lib/sources/oai-source';
import type { PoliteFetch } from '@/lib/sources/polite-fetch';
import { CHASED_DAYS, type IngestReport, type IngestTask, ingestSource, type Source } from '@/src/ingest';
import { addDays, utcDayOf } from '@/src/shared';
import type { IngestTools } from './ingest-tools';

export type TaskReport = Pick<
  IngestReport,
  'status' | 'seen' | 'created' | 'updated' | 'unchanged' | 'rejected' | 'error'
> & {
  task: IngestTask['name'];
};

const FIRST_HARVEST_DAYS = 7;
const PAPERS_A_TASK = 500;
const RENDERED_A_TASK = 2_000;
const RENDERED_AT_ONCE = 100;

/** Does one due task and keeps the ledger. A task that fails says so in its report. */
export async function runTask(tools: IngestTools, task: IngestTask, signal?: AbortSignal): Promise<TaskReport> {
  if (task.name === 'render') return await renderTask(tools);
  const source = await sourceOf(tools, task);
  const report = await ingestSource({
    source,
    store: tools.store,
    arguments: { ...task },
    ...(signal && { signal }),
  });
  const { status, seen, created, updated, unchanged, rejected, error } = report;
  return {
    task: task.name,
    status,
    seen,
    created,
    updated,
    unchanged,
    rejected,
    ...(error !== undefined && { error }),
  };
}

async function sourceOf(tools: IngestTools, task: Exclude<IngestTask, { name: 'render' }>): Promise<Source> {
  const { env, store, now } = tools;
  // The job comes round again in minutes: better to give up early than to hold the line.
  const fetch: PoliteFetch = (url, options) => tools.fetch(url, { attempts: 3, maxWaitMs: 120_000, ...options });
  switch (task.name) {
    case 'feeds':
      return feedSource({ fetch, baseUrl: env.ARXIV_FEED_URL, categories: task.categories });
    case 'harvest':
      return oaiSource({
        fetch,
        baseUrl: env.ARXIV_OAI_URL,
        categories: env.ARXIV_CATEGORIES,
        range: { since: addDays(utcDayOf(now()), -FIRST_HARVEST_DAYS) },
        readCursor: (scope) => store.readCursor(OAI_CURSOR, scope),
        now,
      });
    case 'missing':
      return apiSource(
        { fetch, baseUrl: env.ARXIV_API_URL },
        await store.missingAnnounced(addDays(utcDayOf(now()), -CHASED_DAYS), PAPERS_A_TASK),
      );
    case 'details':
      return await detailsSource(tools, fetch);
    case 'picks':
      return hubSource({ fetch, baseUrl: env.HUB_URL, from: task.from, to: task.to });
  }
}

// Papers that arXiv's API does not know are not asked for again before all others have had their turn.
async function detailsSource({ env, store }: IngestTools, fetch: PoliteFetch): Promise<Source> {
  const unknown = new Set(stringsOf(await store.readCursor('job', 'unknown-papers')));
  const wanted = (await store.papersWithoutCategories(PAPERS_A_TASK + unknown.size)).filter((id) => !unknown.has(id));
  const source = apiSource(
    { fetch, baseUrl: env.ARXIV_API_URL },
    wanted.slice(0, PAPERS_A_TASK).map((id) => ({ id })),
    (id) => unknown.add(id),
  );
  return {
    name: source.name,
    async *events(signal) {
      yield* source.events(signal);
      yield { kind: 'checkpoint', source: 'job', scope: 'unknown-papers', state: [...unknown] };
    },
  };
}

const stringsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

async function renderTask({ store }: IngestTools): Promise<TaskReport> {
  let updated = 0;
  while (updated < RENDERED_A_TASK) {
    const done = await store.renderStale(RENDERED_AT_ONCE);
    updated += done;
    if (done < RENDERED_AT_ONCE) return { ...NOTHING, task: 'render', status: 'succeeded', updated };
  }
  // More are left; they go on the next time round.
  return { ...NOTHING, task: 'render', status: 'interrupted', updated };
}

const NOTHING = { seen: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };

import { type IngestReport, ingestSource, type Source } from '@/src/ingest';
import { openIngestDatabase } from '../db/ingest-database';
import { type IngestEnv, type IngestTools, ingestTools } from '../jobs/ingest-tools';
import { renderInline } from '../jobs/render-inline';
import type { Log } from '../log';
import { recentApiSource } from '../sources/api-source';
import { feedSource } from '../sources/feed-source';
import type { PoliteFetch } from '../sources/polite-fetch';
import { sampleSource } from '../sources/sample-source';

type FirstRun = {
  databaseUrl: string;
  env: IngestEnv;
  log: Log;
  now: () => Date;
  /** How long a source may take to answer before the sample edition is shown instead. */
  patienceMs?: number;
  /** After this long the start goes on; the scheduler fetches the other categories. */
  budgetMs?: number;
};

const PATIENCE_MS = 5_000;
// Longer than the interval between two requests, shorter than anybody waits for a start.
const TURN_MS = 4_000;
const BUDGET_MS = 12_000;
const RECENT_PAPERS = 200;

/**
 * Gives a database without papers something to read: arXiv's latest announcement, or its latest submissions on a day without
 * one, or, where arXiv cannot be reached within seconds, the sample edition. The scheduled job brings everything else.
 */
export async function fillFirstRun(options: FirstRun): Promise<void> {
  const { databaseUrl, env, log, now } = options;
  const database = openIngestDatabase(databaseUrl, renderInline);
  try {
    const tools = ingestTools({ database, env, log, now });
    const { real, sample } = await tools.store.countPapers();
    if (real + sample > 0) return;
    if (await fillLive(tools, options)) return;
    const report = await ingestSource({ source: sampleSource, store: tools.store });
    if (report.status !== 'succeeded') throw new Error(`The sample edition cannot be stored: ${report.error}`);
    log.info(
      `arXiv gave no papers, so a sample edition of ${report.created} papers is shown; real ones replace it as soon as they come.`,
    );
  } finally {
    await database.close();
  }
}

async function fillLive(
  tools: IngestTools,
  { patienceMs = PATIENCE_MS, budgetMs = BUDGET_MS }: FirstRun,
): Promise<boolean> {
  const { env, log, store } = tools;
  const began = performance.now();
  const fetch: PoliteFetch = (url, more) =>
    tools.fetch(url, { ...more, attempts: 1, timeoutMs: patienceMs, maxWaitMs: TURN_MS });
  const take = async (source: Source): Promise<IngestReport> => {
    const report = await ingestSource({ source, store, arguments: { first: true } });
    if (report.error !== undefined) log.info(report.error);
    return report;
  };

  log.info('No papers are stored yet; asking arXiv for the latest announcement…');
  let stored = 0;
  for (const category of env.ARXIV_CATEGORIES) {
    const report = await take(feedSource({ fetch, baseUrl: env.ARXIV_FEED_URL, categories: [category] }));
    stored += report.created;
    if (report.status !== 'succeeded') return stored > 0;
    if (stored > 0) log.info(`${category}: ${report.created} papers.`);
    // At weekends and on holidays all feeds are empty alike.
    if (stored === 0 || performance.now() - began > budgetMs) break;
  }
  if (stored > 0) return true;
  const recent = await take(
    recentApiSource({ fetch, baseUrl: env.ARXIV_API_URL }, env.ARXIV_CATEGORIES, RECENT_PAPERS),
  );
  if (recent.created > 0) log.info(`The latest ${recent.created} submissions.`);
  return recent.created > 0;
}

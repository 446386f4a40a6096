import { type IngestRecord, type IngestReport, ingestSource, type Source } from '@/src/ingest';
import { addDays, type UtcDay, utcDayOf } from '@/src/shared';
import { openIngestDatabase } from '../db/ingest-database';
import type { Env } from '../env';
import { type IngestTools, ingestTools } from '../jobs/ingest-tools';
import { RenderPool } from '../jobs/render-pool';
import { runScheduledIngest } from '../jobs/scheduled-ingest';
import type { Log } from '../log';
import { expandPaths } from '../sources/expand-paths';
import { feedSource } from '../sources/feed-source';
import { fileSource } from '../sources/file-source';
import { hubSource } from '../sources/hub-source';
import { OAI_CURSOR, oaiSource } from '../sources/oai-source';
import type { IngestCommand } from './ingest-arguments';
import { ingestProgress } from './ingest-progress';
import { printDue, printReport } from './ingest-summary';
import { openDatabase } from './open-database';

type Surroundings = { env: Env; log: Log; out: NodeJS.WriteStream; signal: AbortSignal };

const FAILED = 1;
const WITH_REJECTS = 3;
const DEFAULT_DAYS = 7;

/** Runs one `npm run ingest` and returns its exit code. */
export async function runIngestCommand(
  command: IngestCommand,
  { env, log, out, signal }: Surroundings,
): Promise<number> {
  const files = command.what === 'file' ? await expandPaths(command.paths) : { paths: [], total: 0, missing: [] };
  for (const message of files.missing) log.error(`${message}.`);
  if (command.what === 'file' && files.paths.length === 0) return FAILED;

  const database = await openDatabase({ env, log });
  const pool = new RenderPool();
  const ingest = openIngestDatabase(database.url, pool.render);
  try {
    const tools = ingestTools({ database: ingest, env, log, onRetry: log.info });
    if (command.what === 'due') return printDue(out, await runScheduledIngest(tools, signal));
    const reports: IngestReport[] = [];
    for (const source of sourcesOf(command, tools, files)) {
      const report = await runOne(source, { command, tools, out, signal });
      reports.push(report);
      printReport(out, source.name, { report, dryRun: command.dryRun });
      if (signal.aborted) break;
    }
    if (files.missing.length > 0 || reports.some(({ status }) => status !== 'succeeded')) return FAILED;
    return reports.some(({ rejected }) => rejected > 0) ? WITH_REJECTS : 0;
  } finally {
    await pool.close();
    await ingest.close();
    await database.release();
  }
}

async function runOne(
  source: Source,
  {
    command,
    tools,
    out,
    signal,
  }: { command: IngestCommand; tools: IngestTools; out: NodeJS.WriteStream; signal: AbortSignal },
): Promise<IngestReport & { seconds: number }> {
  const progress = ingestProgress(out);
  const began = performance.now();
  try {
    const report = await ingestSource({
      source,
      store: tools.store,
      arguments: argumentsOf(command),
      wanted: (record) => isWanted(record, command),
      dryRun: command.dryRun,
      signal,
      onProgress: progress.update,
    });
    return { ...report, seconds: (performance.now() - began) / 1_000 };
  } finally {
    progress.stop();
  }
}

function sourcesOf(
  command: IngestCommand,
  { env, fetch, store, now }: IngestTools,
  files: { paths: string[]; total: number },
): Source[] {
  const today = utcDayOf(now());
  const categories = command.categories ?? env.ARXIV_CATEGORIES;
  switch (command.what) {
    case 'file':
      return [fileSource(files.paths, files)];
    case 'hub':
      return [
        hubSource({
          fetch,
          baseUrl: env.HUB_URL,
          from: command.from ?? addDays(command.to ?? today, 1 - DEFAULT_DAYS),
          to: command.to ?? today,
        }),
      ];
    case 'arxiv': {
      const harvest = oaiSource({
        fetch,
        baseUrl: env.ARXIV_OAI_URL,
        categories,
        range: rangeOf(command, today),
        readCursor: (scope) => store.readCursor(OAI_CURSOR, scope),
        now,
      });
      // Days that somebody names are in the past; today's feed would not tell of them.
      return command.from || command.to
        ? [harvest]
        : [feedSource({ fetch, baseUrl: env.ARXIV_FEED_URL, categories }), harvest];
    }
    case 'due':
      return [];
  }
}

function rangeOf({ from, to }: IngestCommand, today: UtcDay): { since: UtcDay } | { from: UtcDay; until?: UtcDay } {
  if (!from && !to) return { since: addDays(today, -DEFAULT_DAYS) };
  return { from: from ?? addDays(to ?? today, 1 - DEFAULT_DAYS), ...(to !== undefined && { until: to }) };
}

function isWanted({ facts, listings }: IngestRecord, command: IngestCommand): boolean {
  const { categories, from, to, listed } = command;
  if (categories && !facts.categories?.some((category) => categories.includes(category))) return false;
  if (command.what !== 'file') return true;
  const days = listings.filter(({ source }) => !listed || source !== 'schedule').map(({ day }) => day);
  if (!listed && !from && !to) return true;
  return days.some((day) => (!from || day >= from) && (!to || day <= to));
}

const argumentsOf = ({ paths, from, to, categories, listed }: IngestCommand): Record<string, unknown> => ({
  ...(paths.length > 0 && { paths: paths.slice(0, 20) }),
  ...(from && { from }),
  ...(to && { to }),
  ...(categories && { categories }),
  ...(listed && { listed }),
});

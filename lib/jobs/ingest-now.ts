import { ingestDatabase } from '@/lib/db/ingest-database';
import { env } from '@/lib/env';
import { createLog } from '@/lib/log';
import { ingestTools } from './ingest-tools';
import { renderInline } from './render-inline';
import { runScheduledIngest, type ScheduledReport } from './scheduled-ingest';

type Outcome = ScheduledReport | { status: 'running' } | { status: 'failed'; error: string };

// Route modules may be loaded more than once; a process has one run at a time.
const kept = globalThis as { broadsheetIngest?: Promise<Outcome> | undefined };

/** Starts what is due, or joins the run that is under way, and waits for its end so long and no longer. */
export async function ingestNow(waitMs: number): Promise<Outcome> {
  kept.broadsheetIngest ??= run().finally(() => {
    kept.broadsheetIngest = undefined;
  });
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ status: 'running' }), waitMs);
  });
  try {
    return await Promise.race([kept.broadsheetIngest, enough]);
  } finally {
    clearTimeout(timer);
  }
}

async function run(): Promise<Outcome> {
  const { DATABASE_URL, LOG_LEVEL } = env();
  const log = createLog({ level: LOG_LEVEL });
  if (DATABASE_URL === undefined) return { status: 'failed', error: 'DATABASE_URL is not set.' };
  try {
    const database = ingestDatabase(DATABASE_URL, renderInline);
    const report = await runScheduledIngest(ingestTools({ database, env: env(), log }));
    const failed =
      report.status === 'done' && report.tasks.length > 0 && report.tasks.every(({ status }) => status === 'failed');
    return failed ? { status: 'failed', error: report.tasks.map(({ error }) => error).join(' ') } : report;
  } catch (error) {
    // The caller of a job is no reader of stack traces; the log is.
    log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { status: 'failed', error: 'The ingest failed; the log says why.' };
  }
}

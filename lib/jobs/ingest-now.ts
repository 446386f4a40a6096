import { ingestDatabase } from '@/lib/db/ingest-database';
import { recordJob } from '@/lib/db/job-runs';
import { sql } from '@/lib/db/sql';
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
  const { DATABASE_URL } = env();
  if (DATABASE_URL === undefined) return { status: 'failed', error: 'DATABASE_URL is not set.' };
  let outcome: Outcome = { status: 'failed', error: 'The database cannot be reached.' };
  // The ledger notes a failure by what is thrown; the caller is told by the outcome.
  await recordJob(sql(DATABASE_URL), 'ingest', async () => {
    outcome = await runDue(DATABASE_URL);
    if (outcome.status === 'failed') throw new Error(outcome.error);
    return inWords(outcome);
  }).catch(() => {});
  return outcome;
}

function inWords(outcome: Outcome): string {
  if (outcome.status !== 'done') return 'Another process was at it.';
  const fresh = outcome.tasks.reduce((sum, task) => sum + task.created, 0);
  return outcome.tasks.length === 0 ? 'Nothing was due.' : `Tasks: ${outcome.tasks.length}; new papers: ${fresh}.`;
}

async function runDue(databaseUrl: string): Promise<Outcome> {
  const { LOG_LEVEL } = env();
  const log = createLog({ level: LOG_LEVEL });
  try {
    const database = ingestDatabase(databaseUrl, renderInline);
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

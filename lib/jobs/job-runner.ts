import { recordJob } from '@/lib/db/job-runs';
import { sql } from '@/lib/db/sql';
import { upkeep } from '@/lib/db/upkeep';
import { env } from '@/lib/env';
import { createLog } from '@/lib/log';
import type { Job, JobRunner } from '@/src/operations';
import { ingestNow } from './ingest-now';

type Known = Job & { run: () => Promise<string> };

const DAY_MS = 86_400_000;

function database() {
  const { DATABASE_URL } = env();
  if (DATABASE_URL === undefined) throw new Error('DATABASE_URL is not set; the launcher sets it.');
  return sql(DATABASE_URL);
}

async function ingest(): Promise<string> {
  const outcome = await ingestNow(DAY_MS);
  switch (outcome.status) {
    case 'failed':
      throw new Error(outcome.error);
    case 'busy':
      return 'Another process was at it.';
    case 'running':
      return 'It goes on.';
    case 'done': {
      const fresh = outcome.tasks.reduce((sum, task) => sum + task.created, 0);
      return outcome.tasks.length === 0 ? 'Nothing was due.' : `${outcome.tasks.length} tasks, ${fresh} new papers.`;
    }
  }
}

/** Every job; each module that has one adds a line. */
const KNOWN: readonly Known[] = [
  { name: 'ingest', about: 'Fetches what the sources announced, when it is due.', run: ingest },
  { name: 'upkeep', about: 'Removes ended sessions, spent links and old drafts.', run: () => upkeep(database()) },
];

// Route modules may be loaded more than once; a process runs a job once at a time.
const kept = globalThis as { broadsheetJobs?: Map<string, Promise<void>> };

/** Runs a job, or joins the run that is under way in this process; undefined where there is no such job. */
export function runJob(name: string): Promise<void> | undefined {
  const job = KNOWN.find((known) => known.name === name);
  if (job === undefined) return undefined;
  kept.broadsheetJobs ??= new Map();
  const running = kept.broadsheetJobs;
  const before = running.get(name);
  if (before) return before;
  const run = recordJob(database(), name, job.run).finally(() => running.delete(name));
  running.set(name, run);
  return run;
}

export const jobRunner: JobRunner = {
  jobs: KNOWN.map(({ name, about }) => ({ name, about })),
  start(name) {
    const { LOG_LEVEL } = env();
    runJob(name)?.catch((error: unknown) => {
      createLog({ level: LOG_LEVEL }).error(
        `The job ${name} failed: ${error instanceof Error ? error.message : error}`,
      );
    });
  },
};

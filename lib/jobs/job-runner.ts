import { keepInterest } from '@/lib/db/interest/interest-job';
import { recordJob } from '@/lib/db/job-runs';
import { sql } from '@/lib/db/sql';
import { upkeep } from '@/lib/db/upkeep';
import { searchRings } from '@/lib/db/votes/search-rings';
import { env } from '@/lib/env';
import { createLog } from '@/lib/log';
import type { Job, JobRunner } from '@/src/operations';
import { digestNow } from './digest-now';
import { ingestNow } from './ingest-now';
import { retryNow } from './retry-submissions';
import { sendWebhooks } from './send-webhooks';

/** Each keeps the ledger of its runs. */
type Known = Job & { run: () => Promise<unknown> };

const DAY_MS = 86_400_000;

function databaseUrl(): string {
  const { DATABASE_URL } = env();
  if (DATABASE_URL === undefined) throw new Error('DATABASE_URL is not set; the launcher sets it.');
  return DATABASE_URL;
}

const database = () => sql(databaseUrl());

/** Every job; each module that has one adds a line. */
const KNOWN: readonly Known[] = [
  { name: 'ingest', about: 'Fetches what the sources announced, when it is due.', run: () => ingestNow(DAY_MS) },
  { name: 'digest', about: 'Sends the editions of the digest that are due.', run: () => digestNow(DAY_MS) },
  {
    name: 'votes',
    about: 'Looks for rings of voters and takes their votes out of the count.',
    run: () => searchRings(database()),
  },
  {
    name: 'submissions',
    about: 'Asks again for submitted papers whose source was down.',
    run: () => retryNow(databaseUrl()),
  },
  {
    name: 'webhooks',
    about: 'Tells webhooks what is new, and tries again where it failed.',
    run: () => sendWebhooks(databaseUrl()),
  },
  {
    name: 'interest',
    about: 'Trains the first day’s order on votes where there are enough, and scores papers.',
    run: () => (env().INTEREST === 'on' ? keepInterest(database()) : Promise.resolve()),
  },
  {
    name: 'upkeep',
    about: 'Removes ended sessions, spent links and old drafts.',
    run: () => recordJob(database(), 'upkeep', () => upkeep(database())),
  },
];

// Route modules may be loaded more than once; a process runs a job once at a time.
const kept = globalThis as { broadsheetJobs?: Map<string, Promise<unknown>> };

/** Runs a job, or joins the run that is under way in this process; undefined where there is no such job. */
export function runJob(name: string): Promise<unknown> | undefined {
  const job = KNOWN.find((known) => known.name === name);
  if (job === undefined) return undefined;
  kept.broadsheetJobs ??= new Map();
  const running = kept.broadsheetJobs;
  const before = running.get(name);
  if (before) return before;
  const run = job.run().finally(() => running.delete(name));
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

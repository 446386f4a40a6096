import { setTimeout as wait } from 'node:timers/promises';
import type { IngestDatabase } from '@/lib/db/ingest-database';
import type { Env } from '@/lib/env';
import type { Log } from '@/lib/log';
import { type PoliteFetch, politeFetch } from '@/lib/sources/polite-fetch';
import { userAgent } from '@/lib/sources/user-agent';
import type { IngestStore } from '@/src/ingest';

/** arXiv's terms: one request every three seconds, one connection at a time. */
const INTERVAL_MS = 3_000;

export type IngestEnv = Pick<
  Env,
  | 'ARXIV_CATEGORIES'
  | 'ARXIV_OAI_URL'
  | 'ARXIV_API_URL'
  | 'ARXIV_FEED_URL'
  | 'HUB_URL'
  | 'HUB_PICKS'
  | 'BASE_URL'
  | 'CONTACT'
>;

/** What every ingest works with: the database, a fetch with manners, the clock. */
export type IngestTools = {
  env: IngestEnv;
  database: IngestDatabase;
  store: IngestStore;
  fetch: PoliteFetch;
  now: () => Date;
  log: Log;
};

type Given = {
  database: IngestDatabase;
  env: IngestEnv;
  log: Log;
  now?: () => Date;
  /** Told why a request is waited for and tried again; to the debug log unless somebody watches. */
  onRetry?: (message: string) => void;
  /** For tests: a replay server need not be spared. */
  intervalMs?: number;
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
};

export function ingestTools({
  database,
  env,
  log,
  now = () => new Date(),
  onRetry = log.debug,
  intervalMs = INTERVAL_MS,
  sleep = nap,
}: Given): IngestTools {
  return {
    env,
    database,
    store: database.store,
    fetch: politeFetch({
      userAgent: userAgent(env),
      turn: database.hostTurn({ intervalMs, sleep }),
      fetch,
      sleep,
      now,
      random: Math.random,
      onRetry,
    }),
    now,
    log,
  };
}

const nap = async (ms: number, signal?: AbortSignal): Promise<void> => {
  await wait(ms, undefined, signal ? { signal } : {});
};

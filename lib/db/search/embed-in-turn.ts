import type postgres from 'postgres';
import type { Log } from '@/lib/log';
import type { Embedder } from '@/src/search';
import { withJobLock } from '../job-lock';
import { embedMissing } from './embed-missing';

const SOON_MS = 3_000;
const RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 3_600_000;

type Options = { sql: postgres.Sql; embedder: Embedder; log: Log; rest?: () => Promise<void> };

/** Embeds what lacks a vector whenever it is told to, in one process at a time, and again later where the model could not be had. */
export function embedInTurn({ sql, embedder, log, rest }: Options): {
  start(): void;
  /** In a few seconds, however often it is said. */
  startSoon(): void;
  close(): Promise<void>;
} {
  let running: Promise<void> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let soon: NodeJS.Timeout | undefined;
  let wait = RETRY_MS;
  let closed = false;

  const run = async (): Promise<void> => {
    try {
      const work = () => embedMissing(sql, embedder, { ...(rest && { rest }), stopped: () => closed });
      const done = await withJobLock(sql, 'search-embedding', work);
      if (typeof done === 'number' && done > 0) log.info(`${done} papers got their vectors of ${embedder.name}.`);
      wait = RETRY_MS;
    } catch (error) {
      if (closed) return;
      const message = error instanceof Error ? error.message : String(error);
      log.warn(`Papers could not be embedded, and are again in ${wait / 60_000} min: ${message}`);
      retry = setTimeout(start, wait).unref();
      wait = Math.min(LONGEST_RETRY_MS, wait * 2);
    }
  };
  const start = (): void => {
    if (closed || running) return;
    clearTimeout(retry);
    running = run().finally(() => {
      running = undefined;
    });
  };
  return {
    start,
    startSoon: () => {
      soon ??= setTimeout(() => {
        soon = undefined;
        start();
      }, SOON_MS).unref();
    },
    close: async () => {
      closed = true;
      clearTimeout(retry);
      clearTimeout(soon);
      await running;
    },
  };
}

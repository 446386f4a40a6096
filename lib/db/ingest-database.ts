import postgres from 'postgres';
import type { HostTurn, Sleep } from '@/lib/sources/host-turn';
import type { IngestState, IngestStore, IngestTask } from '@/src/ingest';
import { sharedHostTurn } from './host-turn';
import { noteTask, readJobState } from './ingest/job-state';
import type { RenderAll } from './ingest/prepare-batch';
import { ingestStore } from './ingest-store';
import { withJobLock } from './job-lock';
import { sql } from './sql';

/** Everything of the database that ingest works with. */
export type IngestDatabase = {
  store: IngestStore;
  /** Turns at asking a host, shared by all processes on the database. */
  hostTurn(options: { intervalMs: number; sleep: Sleep }): HostTurn;
  /** Runs a job unless another process is at it. */
  withLock<T>(job: string, work: () => Promise<T>): Promise<T | 'busy'>;
  jobState(now: Date): Promise<IngestState>;
  noteTask(name: IngestTask['name'], note: { at: Date; done: boolean }): Promise<void>;
};

const over = (pool: postgres.Sql, render: RenderAll): IngestDatabase => ({
  store: ingestStore({ sql: pool, render }),
  hostTurn: (options) => sharedHostTurn({ sql: pool, ...options }),
  withLock: (job, work) => withJobLock(pool, job, work),
  jobState: (now) => readJobState(pool, now),
  noteTask: (name, note) => noteTask(pool, name, note),
});

/** On the process's own pool. */
export const ingestDatabase = (databaseUrl: string, render: RenderAll): IngestDatabase =>
  over(sql(databaseUrl), render);

const CONNECTIONS = 6;

/** On a pool of its own, for a command that ends. */
export function openIngestDatabase(
  databaseUrl: string,
  render: RenderAll,
): IngestDatabase & { close(): Promise<void> } {
  const pool = postgres(databaseUrl, { max: CONNECTIONS, onnotice: () => {} });
  return { ...over(pool, render), close: () => pool.end({ timeout: 5 }) };
}

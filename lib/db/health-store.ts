import type postgres from 'postgres';
import type { MigrationState } from './migrate';
import { migrationState } from './migrate';

/** What an operator's monitor wants to know; nothing secret. */
export type Health = {
  status: 'ok' | 'unready';
  database: 'up' | 'down';
  migrations: MigrationState | { state: 'unknown' };
  lastIngest: { source: string; finishedAt: string; created: number; updated: number } | null;
};

const LIMIT_MS = 3_000;

/** Looks whether the instance can serve: the database answers and has this code's schema. Never throws. */
export const healthStore = (sql: postgres.Sql) => ({
  async readHealth(): Promise<Health> {
    try {
      return await Promise.race([look(sql), late()]);
    } catch {
      return { status: 'unready', database: 'down', migrations: { state: 'unknown' }, lastIngest: null };
    }
  },
});

async function look(sql: postgres.Sql): Promise<Health> {
  const migrations = await migrationState(sql);
  const current = migrations.state === 'current';
  return {
    status: current ? 'ok' : 'unready',
    database: 'up',
    migrations,
    lastIngest: current ? await lastIngest(sql) : null,
  };
}

async function lastIngest(sql: postgres.Sql): Promise<Health['lastIngest']> {
  const [run] = await sql<{ source: string; finished_at: Date; created: number; updated: number }[]>`
    SELECT source, finished_at, created, updated FROM ingest_runs
    WHERE status = 'succeeded' ORDER BY finished_at DESC, id DESC LIMIT 1`;
  if (!run) return null;
  return {
    source: run.source,
    finishedAt: run.finished_at.toISOString(),
    created: run.created,
    updated: run.updated,
  };
}

const late = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error('the database did not answer in time')), LIMIT_MS).unref();
  });

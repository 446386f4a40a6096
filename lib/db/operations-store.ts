import type postgres from 'postgres';
import type { IngestRunRow, JobRun, OperationsStore, RejectRow } from '@/src/operations';

/** Ledgers of ingest and jobs in PostgreSQL. */
export const operationsStore = (sql: postgres.Sql): OperationsStore => ({
  jobRuns: (job, limit) => sql<JobRun[]>`
    SELECT id, job, status, started_at AS "startedAt", finished_at AS "finishedAt", note FROM job_runs
    WHERE job = ${job} ORDER BY started_at DESC, id DESC LIMIT ${limit}`,

  async ingestRuns({ limit, offset }) {
    const runs = await sql<IngestRunRow[]>`
      SELECT id, source, status, started_at AS "startedAt", heartbeat_at AS "heartbeatAt",
        finished_at AS "finishedAt", seen, created, updated, unchanged, rejected, error, warnings
      FROM ingest_runs ORDER BY started_at DESC, id DESC LIMIT ${limit} OFFSET ${offset}`;
    const [counted] = await sql<{ total: number }[]>`SELECT count(*)::int AS total FROM ingest_runs`;
    return { runs, total: counted?.total ?? 0 };
  },

  rejects: (runId, limit) => sql<RejectRow[]>`
    SELECT id, place, reason, excerpt FROM ingest_rejects WHERE run_id = ${runId} ORDER BY id LIMIT ${limit}`,
});

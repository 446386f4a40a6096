import type postgres from 'postgres';

const KEPT_A_JOB = 200;
/** A row of a process that died is closed when the job next begins after so long. */
const LOST_AFTER_HOURS = 6;

/** Runs a job and writes its run into the ledger, however it ends. `work` tells in a sentence what it did. */
export async function recordJob(sql: postgres.Sql, job: string, work: () => Promise<string>): Promise<void> {
  await sql`
    UPDATE job_runs SET status = 'failed', finished_at = now(), note = 'The process ended before the job did.'
    WHERE job = ${job} AND status = 'running' AND started_at < now() - make_interval(hours => ${LOST_AFTER_HOURS})`;
  const [run] = await sql<{ id: number }[]>`INSERT INTO job_runs (job) VALUES (${job}) RETURNING id`;
  const end = (status: 'succeeded' | 'failed', note: string) => sql`
    UPDATE job_runs SET status = ${status}, finished_at = now(), note = ${note.slice(0, 500)} WHERE id = ${run?.id ?? 0}`;
  try {
    await end('succeeded', await work());
  } catch (error) {
    await end('failed', error instanceof Error ? error.message : String(error));
    throw error;
  } finally {
    await forgetOldRuns(sql, job);
  }
}

const forgetOldRuns = (sql: postgres.Sql, job: string) => sql`
  DELETE FROM job_runs WHERE job = ${job} AND id NOT IN (
    SELECT id FROM job_runs WHERE job = ${job} ORDER BY started_at DESC, id DESC LIMIT ${KEPT_A_JOB})`;

import type postgres from 'postgres';

/** Runs the work unless another process on the database is at it already; then `busy`. A process that dies lets go. */
export async function withJobLock<T>(sql: postgres.Sql, job: string, work: () => Promise<T>): Promise<T | 'busy'> {
  const connection = await sql.reserve();
  const key = `broadsheet-job:${job}`;
  try {
    const [row] = await connection<
      { taken: boolean }[]
    >`SELECT pg_try_advisory_lock(hashtextextended(${key}, 0)) AS taken`;
    if (row?.taken !== true) return 'busy';
    try {
      return await work();
    } finally {
      await connection`SELECT pg_advisory_unlock(hashtextextended(${key}, 0))`.catch(() => {});
    }
  } finally {
    connection.release();
  }
}

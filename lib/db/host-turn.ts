import type postgres from 'postgres';
import type { HostTurn, Sleep } from '@/lib/sources/host-turn';

type State = { wait: number };

/**
 * Turns that all processes on a database share: a session lock a host lets one request at a time through, and the time of
 * the last one is kept, on the database's clock, so that two processes ask no more often than one. A process that dies
 * gives its turn back with its connection.
 */
export function sharedHostTurn({
  sql,
  intervalMs,
  sleep,
}: {
  sql: postgres.Sql;
  intervalMs: number;
  sleep: Sleep;
}): HostTurn {
  const notBefore = async (
    connection: postgres.Sql | postgres.ReservedSql,
    host: string,
    ms: number,
  ): Promise<void> => {
    await connection`
      INSERT INTO ingest_cursors AS c (source, scope, state)
      VALUES ('host', ${host}, jsonb_build_object('free_at', clock_timestamp() + ${ms} * interval '1 millisecond'))
      ON CONFLICT (source, scope) DO UPDATE SET updated_at = clock_timestamp(), state = jsonb_build_object('free_at',
        greatest((c.state ->> 'free_at')::timestamptz, (excluded.state ->> 'free_at')::timestamptz))`;
  };
  return {
    async take<T>(host: string, request: () => Promise<T>): Promise<T> {
      const connection = await sql.reserve();
      try {
        await connection`SELECT pg_advisory_lock(hashtextextended(${`broadsheet-host:${host}`}, 0))`;
        const [state] = await connection<State[]>`
          SELECT (extract(epoch FROM (state ->> 'free_at')::timestamptz - clock_timestamp()) * 1000)::float8 AS wait
          FROM ingest_cursors WHERE source = 'host' AND scope = ${host}`;
        if (state && state.wait > 0) await sleep(state.wait);
        await notBefore(connection, host, intervalMs);
        return await request();
      } finally {
        await connection`SELECT pg_advisory_unlock(hashtextextended(${`broadsheet-host:${host}`}, 0))`.catch(() => {});
        connection.release();
      }
    },
    rest: (host, ms) => notBefore(sql, host, ms),
  };
}

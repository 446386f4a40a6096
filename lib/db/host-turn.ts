import postgres from 'postgres';
import { type HostTurn, type Sleep, TurnFault } from '@/lib/sources/host-turn';

const LOCK_TIMEOUT = '55P03';

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
    async take<T>(host: string, maxWaitMs: number, request: () => Promise<T>): Promise<T> {
      const connection = await sql.reserve();
      try {
        await lock(connection, host, maxWaitMs);
        const wait = await waitOf(connection, host);
        if (wait > maxWaitMs)
          throw new TurnFault(`${host} asked to be left alone for ${Math.ceil(wait / 60_000)} minutes.`);
        if (wait > 0) await sleep(wait);
        // Kept before the request, lest a crash forget it, and again after it, so that the host, too, sees the interval.
        await notBefore(connection, host, intervalMs);
        try {
          return await request();
        } finally {
          await notBefore(connection, host, intervalMs);
        }
      } finally {
        await connection`SELECT pg_advisory_unlock_all()`.catch(() => {});
        connection.release();
      }
    },
    rest: (host, ms) => notBefore(sql, host, ms),
  };
}

async function lock(connection: postgres.ReservedSql, host: string, maxWaitMs: number): Promise<void> {
  try {
    await connection`SELECT set_config('lock_timeout', ${`${Math.max(1, Math.round(maxWaitMs))}ms`}, false)`;
    await connection`SELECT pg_advisory_lock(hashtextextended(${`broadsheet-host:${host}`}, 0))`;
  } catch (error) {
    if (!(error instanceof postgres.PostgresError) || error.code !== LOCK_TIMEOUT) throw error;
    throw new TurnFault(`Another process is busy with ${host}.`);
  } finally {
    await connection`RESET lock_timeout`;
  }
}

async function waitOf(connection: postgres.ReservedSql, host: string): Promise<number> {
  const [state] = await connection<{ wait: number }[]>`
    SELECT (extract(epoch FROM (state ->> 'free_at')::timestamptz - clock_timestamp()) * 1000)::float8 AS wait
    FROM ingest_cursors WHERE source = 'host' AND scope = ${host}`;
  return state?.wait ?? 0;
}

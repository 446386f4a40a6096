import { createHash } from 'node:crypto';
import type postgres from 'postgres';

/** At most `max` at once under `key`; they come back evenly over `perSeconds`. */
export type Limit = { key: string; max: number; perSeconds: number };

export type LimitOutcome = { allowed: true } | { allowed: false; retryAfter: number };

/**
 * Takes one from the limit, shared by all processes on the database and decided in one statement by its clock
 * (the generic cell rate algorithm: one instant a key, no window edges). `retryAfter` is in seconds.
 */
export async function limit(
  sql: postgres.Sql | postgres.TransactionSql,
  { key, max, perSeconds }: Limit,
): Promise<LimitOutcome> {
  const step = perSeconds / max;
  // Keys hold addresses of people; the table need not.
  const hashed = createHash('sha256').update(key).digest('hex');
  const [taken] = await sql`
    INSERT INTO rate_limits AS kept (key, free_at)
    VALUES (${hashed}, clock_timestamp() + make_interval(secs => ${step}))
    ON CONFLICT (key) DO UPDATE
      SET free_at = greatest(kept.free_at, clock_timestamp()) + make_interval(secs => ${step})
      WHERE greatest(kept.free_at, clock_timestamp()) + make_interval(secs => ${step})
        <= clock_timestamp() + make_interval(secs => ${perSeconds + step / 2})
    RETURNING 1`;
  if (taken) return { allowed: true };
  const [kept] = await sql<{ wait: number }[]>`
    SELECT extract(epoch FROM free_at - clock_timestamp())::float8 - ${perSeconds - step}::float8 AS wait
    FROM rate_limits WHERE key = ${hashed}`;
  return { allowed: false, retryAfter: Math.max(1, Math.ceil(kept?.wait ?? 1)) };
}

/** Drops keys that limit nothing any more. */
export async function forgetSpentLimits(sql: postgres.Sql): Promise<void> {
  await sql`DELETE FROM rate_limits WHERE free_at < clock_timestamp()`;
}

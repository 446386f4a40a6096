import type postgres from 'postgres';
import type { Claim, Claimed, ClaimOptions } from '@/src/digest';
import type { UtcDay } from '@/src/shared';

/** How far ahead the pace is reserved; a process that dies loses others no more time than this. */
const AHEAD_S = 2;

type Clock = { paused_ms: number; ahead_ms: number; busy_in_row: number };

/**
 * Takes up to `limit` deliveries whose time has come, those of processes that died included, and reserves their places in
 * the pace that all processes share.
 */
export const claimDeliveries = (
  sql: postgres.Sql,
  { lease, limit, leaseMs, perSecond, only }: ClaimOptions,
): Promise<Claim> =>
  sql.begin(async (tx): Promise<Claim> => {
    // Only a pace has to be read under lock; without one processes claim side by side.
    const [clock] = await tx<Clock[]>`
      SELECT greatest(0, extract(epoch FROM greatest(paused_until, now()) - now()) * 1000)::float8 AS paused_ms,
        greatest(0, extract(epoch FROM greatest(free_at, now()) - now()) * 1000)::float8 AS ahead_ms, busy_in_row
      FROM digest_clock ${perSecond > 0 ? tx`FOR UPDATE` : tx``}`;
    const startMs = perSecond > 0 ? (clock?.ahead_ms ?? 0) : 0;
    const rest = { claimed: [], startMs, intervalMs: 0, wasBusy: (clock?.busy_in_row ?? 0) > 0 };
    if (clock && clock.paused_ms > 0) return { ...rest, pausedMs: clock.paused_ms };
    if (startMs > AHEAD_S * 1_000) return { ...rest, pausedMs: 0 };
    const most = perSecond > 0 ? Math.min(limit, Math.max(1, Math.ceil(perSecond * AHEAD_S))) : limit;
    const rows = await take(tx, { lease, leaseMs, most, only });
    if (perSecond > 0 && rows.length > 0) {
      await tx`
        UPDATE digest_clock SET free_at = greatest(free_at, now()) + make_interval(secs => ${rows.length / perSecond})`;
    }
    const intervalMs = perSecond > 0 ? 1_000 / perSecond : 0;
    return { ...rest, claimed: rows.map(toClaimed), intervalMs, pausedMs: 0 };
  }) as Promise<Claim>;

type Row = {
  id: string;
  edition_id: number;
  kind: 'daily' | 'weekly';
  day: UtcDay;
  window_from: Date;
  window_to: Date;
  queued_at: Date;
  attempts: number;
  subscriber_id: string | null;
  email: string;
  email_key: string;
  active: boolean;
  suppressed: boolean;
  categories: string[];
  include_words: string[];
  exclude_words: string[];
  papers: number;
};

type Taking = { lease: string; leaseMs: number; most: number; only: string | undefined };

const take = (tx: postgres.TransactionSql, options: Taking) => tx<Row[]>`
  WITH due AS MATERIALIZED (
    SELECT id FROM digest_deliveries WHERE state IN ('queued', 'sending') AND run_at <= clock_timestamp()
      ${options.only === undefined ? tx`` : tx`AND subscriber_id = (SELECT id FROM subscribers WHERE email_key = ${options.only})`}
    ORDER BY run_at, id LIMIT ${options.most} FOR UPDATE SKIP LOCKED
  ), claimed AS (
    UPDATE digest_deliveries d
    SET state = 'sending', lease = ${options.lease}, run_at = clock_timestamp() + make_interval(secs => ${options.leaseMs / 1_000}),
      attempts = attempts + 1, attempted_at = clock_timestamp()
    WHERE d.id = ANY (ARRAY(SELECT id FROM due))
    RETURNING d.id, d.edition_id, d.window_from, d.window_to, d.queued_at, d.attempts, d.subscriber_id
  )
  SELECT ${claimedColumns(tx)} FROM claimed c ${claimedJoins(tx)} ORDER BY c.id`;

const claimedColumns = (tx: postgres.TransactionSql) => tx`
  c.id::text AS id, c.edition_id, e.kind, e.day::text AS day, c.window_from, c.window_to, c.queued_at, c.attempts,
  c.subscriber_id, s.email, s.email_key, s.status = 'active' AS active, u.email_key IS NOT NULL AS suppressed,
  s.categories, s.include_words, s.exclude_words, s.papers`;

const claimedJoins = (tx: postgres.TransactionSql) => tx`
  JOIN digest_editions e ON e.id = c.edition_id
  LEFT JOIN subscribers s ON s.id = c.subscriber_id LEFT JOIN suppressions u ON u.email_key = s.email_key`;

/** Deliveries that wait, in the order of their ids, without taking them. */
export async function claimedRows(
  tx: postgres.TransactionSql,
  { after, limit, only }: { after: string; limit: number; only: string | undefined },
): Promise<Claimed[]> {
  const rows = await tx<Row[]>`
    SELECT ${claimedColumns(tx)} FROM digest_deliveries c ${claimedJoins(tx)}
    WHERE c.state = 'queued' AND c.id > ${after}::bigint AND ${only === undefined ? tx`true` : tx`s.email_key = ${only}`}
    ORDER BY c.id LIMIT ${limit}`;
  return rows.map(toClaimed);
}

const toClaimed = (row: Row): Claimed => ({
  id: row.id,
  edition: { id: row.edition_id, kind: row.kind, day: row.day },
  window: { from: row.window_from, to: row.window_to },
  queuedAt: row.queued_at,
  attempts: row.attempts,
  reader:
    row.subscriber_id === null
      ? null
      : {
          id: row.subscriber_id,
          email: row.email,
          emailKey: row.email_key,
          active: row.active,
          suppressed: row.suppressed,
          categories: row.categories,
          includeWords: row.include_words,
          excludeWords: row.exclude_words,
          papers: row.papers,
        },
});

import type postgres from 'postgres';
import { nextDue } from '@/src/subscriptions';
import { noteArrivals } from './arrivals';

/** A pause is no outage: who comes back after months gets the best of the last month. */
const LONGEST_WINDOW_DAYS = 31;
/** An edition that goes out later than this after its hour bears the day on which it does. */
const SAME_DAY_HOURS = 20;

type Schedule = Parameters<typeof nextDue>[0];

export type Planned = 'busy' | { queued: number; joined: number };

export type PlanOptions = {
  carried: string[];
  now: Date;
  /** The canonical address of the only reader that is planned for. */
  only?: string | undefined;
};

/**
 * Plans what is due: notes what is new, cuts the windows, and writes one delivery for each reader whose hour has come.
 * Everything in one transaction and in SQL, so that a crash leaves all or nothing and memory does not grow with the readers.
 * One process at a time; the others are told `busy`.
 */
export const planEditions = (sql: postgres.Sql, options: PlanOptions): Promise<Planned> =>
  sql.begin((tx) => planInTransaction(tx, options)) as Promise<Planned>;

/** The same in a transaction of the caller's, who may take it back. */
export async function planInTransaction(
  tx: postgres.TransactionSql,
  { carried, now, only }: PlanOptions,
): Promise<Planned> {
  const [lock] = await tx<{ taken: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended('broadsheet-digest-plan', 0)) AS taken`;
  if (lock?.taken !== true) return 'busy';
  const cut = await noteArrivals(tx, carried, now);
  const schedules = await tx<Schedule[]>`
      SELECT DISTINCT cadence, weekday, hour, zone FROM subscribers
      WHERE status = 'active' AND next_due_at <= ${cut} AND ${isMeant(tx, only)}`;
  if (schedules.length === 0) return { queued: 0, joined: 0 };
  await gatherDue(tx, { schedules, cut, only });
  const joined = await joinOpenDeliveries(tx);
  const queued = await writeDeliveries(tx, cut);
  await tx`
      UPDATE subscribers s SET next_due_at = due.next_at FROM digest_due due
      WHERE s.id = due.id AND s.status = 'active' AND s.next_due_at <= ${cut}
        AND NOT EXISTS (SELECT FROM digest_deliveries d WHERE d.subscriber_id = s.id AND d.state = 'sending')`;
  return { queued, joined };
}

const isMeant = (tx: postgres.TransactionSql, only: string | undefined) =>
  only === undefined ? tx`true` : tx`email_key = ${only}`;

/** Who is due, but for those whose last edition is being sent right now: they come next time. */
async function gatherDue(
  tx: postgres.TransactionSql,
  { schedules, cut, only }: { schedules: Schedule[]; cut: Date; only: string | undefined },
): Promise<void> {
  const next = schedules.map((schedule) => ({ ...schedule, next: dueAfter(schedule, cut).toISOString() }));
  await tx`
    CREATE TEMP TABLE digest_due ON COMMIT DROP AS
    SELECT s.id, s.email_key, s.next_due_at AS due_at, n.next AS next_at,
      CASE s.cadence WHEN 'weekly' THEN 'weekly' ELSE 'daily' END AS kind,
      (CASE WHEN ${cut}::timestamptz - s.next_due_at < make_interval(hours => ${SAME_DAY_HOURS})
        THEN s.next_due_at ELSE ${cut}::timestamptz END AT TIME ZONE 'UTC')::date AS day,
      least(${cut}::timestamptz, greatest(
        coalesce(s.covered_until, ${cut}::timestamptz - CASE s.cadence WHEN 'weekly' THEN interval '7 days' ELSE interval '1 day' END),
        ${cut}::timestamptz - make_interval(days => ${LONGEST_WINDOW_DAYS}))) AS window_from
    FROM subscribers s
    JOIN jsonb_to_recordset(${tx.json(next)}) AS n (cadence text, weekday smallint, hour smallint, zone text, next timestamptz)
      USING (cadence, weekday, hour, zone)
    WHERE s.status = 'active' AND s.next_due_at <= ${cut} AND ${isMeant(tx, only)}
      AND NOT EXISTS (SELECT FROM digest_deliveries d WHERE d.subscriber_id = s.id AND d.state = 'sending')`;
  await tx`ANALYZE digest_due`;
}

/** What an earlier edition could not deliver goes into this one: one mail that begins where the last delivered one ended. */
async function joinOpenDeliveries(tx: postgres.TransactionSql): Promise<number> {
  const joined = await tx`
    UPDATE digest_deliveries d
    SET state = 'skipped', finished_at = clock_timestamp(), answer = left('Not delivered in time; joined with the next edition. ' || d.answer, 1000)
    FROM digest_due due, digest_editions e
    WHERE d.subscriber_id = due.id AND d.state = 'queued' AND e.id = d.edition_id AND (e.kind, e.day) <> (due.kind, due.day)`;
  return joined.count;
}

async function writeDeliveries(tx: postgres.TransactionSql, cut: Date): Promise<number> {
  await tx`
    INSERT INTO digest_editions (kind, day, planned_at) SELECT DISTINCT kind, day, ${cut}::timestamptz FROM digest_due
    ON CONFLICT DO NOTHING`;
  const written = await tx`
    INSERT INTO digest_deliveries
      (edition_id, subscriber_id, window_from, window_to, due_at, queued_at, run_at, state, finished_at, answer)
    SELECT e.id, due.id, due.window_from, ${cut}::timestamptz, due.due_at, ${cut}::timestamptz, due.due_at,
      CASE WHEN s.email_key IS NULL THEN 'queued' ELSE 'suppressed' END,
      CASE WHEN s.email_key IS NOT NULL THEN ${cut}::timestamptz END,
      CASE WHEN s.email_key IS NULL THEN '' ELSE left('No mail goes to this address (' || s.reason || '). ' || s.detail, 1000) END
    FROM digest_due due
    JOIN digest_editions e ON e.kind = due.kind AND e.day = due.day
    LEFT JOIN suppressions s ON s.email_key = due.email_key
    ON CONFLICT DO NOTHING`;
  return written.count;
}

// A zone that this Node no longer knows must not keep all others from their edition.
function dueAfter(schedule: Schedule, cut: Date): Date {
  try {
    return nextDue(schedule, cut);
  } catch {
    return nextDue({ ...schedule, zone: 'UTC' }, cut);
  }
}

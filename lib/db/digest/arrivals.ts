import type postgres from 'postgres';
import { isShown } from '../feed/shown';

/** A list that comes later than this before the last edition was history when it came, such as an import of old years. */
const NEWS_DAYS = 8;

/**
 * Notes papers that the feed shows and the digest did not know, and returns the end of the windows that are cut now: later
 * than any cut and any arrival before. Call it under the planner's lock: one after the other, every paper lies on one
 * side of every cut, also one that was stored by a transaction which began before the last cut and ended after it.
 */
export async function noteArrivals(tx: postgres.TransactionSql, carried: string[], now: Date): Promise<Date> {
  await tx`INSERT INTO digest_clock DEFAULT VALUES ON CONFLICT DO NOTHING`;
  await tx`
    INSERT INTO digest_arrivals (paper_id, arrived_at)
    SELECT p.id, greatest(
      least(min(l.day)::timestamp AT TIME ZONE 'UTC', ${now}::timestamptz),
      (SELECT cut_at + interval '1 millisecond' FROM digest_clock))
    FROM listings l JOIN papers p ON p.id = l.paper_id
    WHERE l.day > ((SELECT coalesce(cut_at, ${now}::timestamptz) FROM digest_clock) AT TIME ZONE 'UTC')::date - ${NEWS_DAYS}::int
      AND l.day <= (${now}::timestamptz AT TIME ZONE 'UTC')::date + 1
      AND NOT p.sample AND ${isShown(tx as unknown as postgres.Sql, carried)}
      AND NOT EXISTS (SELECT FROM digest_arrivals a WHERE a.paper_id = p.id)
    GROUP BY p.id`;
  const [clock] = await tx<{ cut: Date }[]>`
    UPDATE digest_clock SET cut_at = greatest(${now}::timestamptz, cut_at + interval '2 milliseconds') RETURNING cut_at AS cut`;
  return clock?.cut ?? now;
}

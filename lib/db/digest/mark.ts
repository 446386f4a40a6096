import type postgres from 'postgres';
import type { Mark } from '@/src/digest';
import { suppress } from '../subscriptions/suppress';

/**
 * Writes down how deliveries on lease went. A window that was delivered moves its reader on in the same statement, and an
 * address that bounced is suppressed in the same transaction. Rows that another process has taken over are left alone, so
 * that it may be repeated when a connection broke.
 */
export async function markDeliveries(sql: postgres.Sql, lease: string, marks: readonly Mark[]): Promise<number> {
  const bounced = marks.flatMap(({ suppress: emailKey, answer }) =>
    emailKey === undefined ? [] : [{ emailKey, answer }],
  );
  if (bounced.length === 0) return await write(sql, lease, marks);
  return (await sql.begin(async (tx) => {
    for (const { emailKey, answer } of bounced) {
      await suppress(tx, { emailKey, reason: 'hard-bounce', detail: answer.slice(0, 1_000) });
    }
    return await write(tx, lease, marks);
  })) as number;
}

async function write(
  sql: postgres.Sql | postgres.TransactionSql,
  lease: string,
  marks: readonly Mark[],
): Promise<number> {
  const given = marks.map(({ id, state, waitMs = 0, answer, papers, covers = false, unspent = false }) => ({
    ...{ id, state, wait: waitMs / 1_000, answer: printable(answer), papers: papers ?? null, covers, unspent },
  }));
  // Arrays say to the planner that they are few; it would read both tables whole to join a list of unknown length.
  const [row] = await sql<{ marked: number }[]>`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${sql.json(given)})
        AS g (id bigint, state text, wait float8, answer text, papers smallint, covers boolean, unspent boolean)
    ), marked AS (
      UPDATE digest_deliveries d
      SET state = g.state, lease = NULL, answer = left(g.answer, 1000), papers = coalesce(g.papers, d.papers),
        attempts = d.attempts - g.unspent::int,
        finished_at = CASE WHEN g.state = 'queued' THEN NULL ELSE clock_timestamp() END,
        run_at = CASE WHEN g.state = 'queued' THEN clock_timestamp() + make_interval(secs => g.wait) ELSE d.run_at END
      FROM given g
      WHERE d.id = ANY (${marks.map(({ id }) => id)}::bigint[]) AND d.id = g.id AND d.state = 'sending' AND d.lease = ${lease}
      RETURNING d.subscriber_id, d.window_to, g.covers
    ), moved AS (
      UPDATE subscribers s SET covered_until = greatest(s.covered_until, m.window_to)
      FROM marked m
      WHERE s.id = ANY (ARRAY(SELECT subscriber_id FROM marked WHERE covers)) AND s.id = m.subscriber_id AND m.covers
    )
    SELECT count(*)::int AS marked FROM marked`;
  return row?.marked ?? 0;
}

// PostgreSQL keeps no NUL, and a ledger needs no control characters of a stranger's server.
const printable = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

import type postgres from 'postgres';
import type { DigestHealth, EditionKey } from '@/src/digest';
import type { UtcDay } from '@/src/shared';

type Late = { count: number; since: Date | null };

/** The figures by which an operator is warned; each is read from an index of what is open or due. */
export async function readHealth(sql: postgres.Sql, now: Date, since: UtcDay): Promise<DigestHealth> {
  const hourAgo = new Date(now.getTime() - 3_600_000);
  const [[unplanned], [late], editions, [clock]] = await Promise.all([
    sql<Late[]>`
      SELECT count(*)::int AS count, min(next_due_at) AS since FROM subscribers
      WHERE status = 'active' AND next_due_at < ${hourAgo}`,
    sql<(Late & { answer: string | null })[]>`
      SELECT count(*)::int AS count, min(due_at) AS since, max(answer) AS answer FROM digest_deliveries
      WHERE state IN ('queued', 'sending') AND due_at < ${hourAgo}`,
    sql<(EditionKey & { sent: number; failed: number })[]>`
      SELECT e.kind, e.day::text AS day, count(*) FILTER (WHERE d.state = 'sent')::int AS sent,
        count(*) FILTER (WHERE d.state = 'failed')::int AS failed
      FROM digest_editions e JOIN digest_deliveries d ON d.edition_id = e.id
      WHERE e.day >= ${since}::date GROUP BY e.id ORDER BY e.day DESC, e.id DESC`,
    sql<{ until: Date; reason: string }[]>`
      SELECT paused_until AS until, pause_reason AS reason FROM digest_clock WHERE paused_until > ${now}`,
  ]);
  return {
    unplanned: unplanned ?? { count: 0, since: null },
    late: { count: late?.count ?? 0, since: late?.since ?? null, answer: late?.answer ?? '' },
    editions,
    paused: clock ?? null,
  };
}

import type postgres from 'postgres';
import type { Flagged, ItemRef } from '@/src/moderation';

type Flag = ItemRef & { userId: string; reason: string; now: Date };

/** Flags that put an item before a moderator. */
const ENOUGH = 2;

/** The item's row is locked first, so that of two flags at the same time the later one sees the earlier. */
export const storeFlag = (sql: postgres.Sql, { kind, id, userId, reason, now }: Flag): Promise<Flagged> =>
  sql.begin(async (tx): Promise<Flagged> => {
    const [item] =
      kind === 'paper'
        ? await tx<{ own: boolean }[]>`SELECT false AS own FROM papers WHERE id = ${id} FOR NO KEY UPDATE`
        : await tx<{ own: boolean }[]>`
            SELECT author_id IS NOT DISTINCT FROM ${userId} AS own FROM comments
            WHERE id = ${id} AND deleted_at IS NULL AND hidden_at IS NULL FOR NO KEY UPDATE`;
    if (!item) return 'no-such-item';
    if (item.own) return 'own-item';
    const added = await tx`
      INSERT INTO flags (subject_kind, subject_id, user_id, reason, created_at)
      VALUES (${kind}, ${id}, ${userId}, ${reason}, ${now}) ON CONFLICT DO NOTHING`;
    if (added.count === 0) return 'flagged-before';
    const [open] = await tx<{ count: number }[]>`
      SELECT count(*)::int AS count FROM flags
      WHERE subject_kind = ${kind} AND subject_id = ${id} AND settled_at IS NULL`;
    if ((open?.count ?? 0) < ENOUGH) return 'flagged';
    const queued = await tx`
      INSERT INTO moderation_queue AS q (subject_kind, subject_id, queued_at) VALUES (${kind}, ${id}, ${now})
      ON CONFLICT (subject_kind, subject_id) DO UPDATE SET queued_at = EXCLUDED.queued_at, settled_at = NULL
        WHERE q.settled_at IS NOT NULL`;
    return queued.count === 1 ? 'queued' : 'flagged';
  });

/** Deals with an item's flags: they no longer count, and it leaves the queue. How many there were. */
export async function settleFlags(tx: postgres.TransactionSql, { kind, id }: ItemRef, now: Date): Promise<number> {
  const flags = await tx`
    UPDATE flags SET settled_at = ${now} WHERE subject_kind = ${kind} AND subject_id = ${id} AND settled_at IS NULL`;
  const queued = await tx`
    UPDATE moderation_queue SET settled_at = ${now}
    WHERE subject_kind = ${kind} AND subject_id = ${id} AND settled_at IS NULL`;
  return flags.count + queued.count;
}

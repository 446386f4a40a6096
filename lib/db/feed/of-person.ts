import type postgres from 'postgres';
import type { Found, Slice } from '@/src/feed';
import { cardsOf } from './rows';

type Capped = Slice & { cap: number };

/** Cards of the papers that `rows` name, in the order that it gives, and how many there are. */
async function found(
  sql: postgres.Sql,
  { rows, order, slice }: { rows: postgres.Fragment; order: postgres.Fragment; slice: Capped },
): Promise<Found> {
  const limit = Math.max(0, Math.min(slice.limit, slice.cap - slice.offset));
  const [entries, [counted]] = await Promise.all([
    sql<{ id: string }[]>`SELECT p.id FROM ${rows} ORDER BY ${order} LIMIT ${limit} OFFSET ${slice.offset}`,
    sql<[{ total: number }]>`SELECT count(*)::int AS total FROM (SELECT FROM ${rows} LIMIT ${slice.cap}) capped`,
  ]);
  const ids = entries.map((entry) => entry.id);
  return { cards: await cardsOf(sql, ids, new Set()), total: counted.total };
}

/** What a person submitted, the last first; not what a moderator took out of the lists. */
export const submittedBy = (sql: postgres.Sql, userId: string, slice: Capped): Promise<Found> =>
  found(sql, {
    rows: sql`submissions s JOIN papers p ON p.id = s.paper_id
      WHERE s.user_id = ${userId} AND s.status = 'listed' AND NOT p.hidden`,
    order: sql`s.created_at DESC, s.id DESC`,
    slice,
  });

/** What a person upvoted, the last first. */
export const upvotedBy = (
  sql: postgres.Sql,
  userId: string,
  { uncounted, ...slice }: Capped & { uncounted: boolean },
): Promise<Found> =>
  found(sql, {
    rows: sql`votes v JOIN papers p ON p.id = v.paper_id
      WHERE v.user_id = ${userId} AND NOT p.hidden AND (v.counted OR ${uncounted})`,
    order: sql`v.created_at DESC, v.paper_id`,
    slice,
  });

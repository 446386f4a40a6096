import type postgres from 'postgres';
import type { DayRange, Slice } from '@/src/feed';
import type { PaperId } from '@/src/papers';
import { orders } from './listed';
import { isShown } from './shown';

/** A list whose papers are found without a search. */
export type PlainList =
  | { kind: 'latest' | 'trending' }
  | { kind: 'range'; range: DayRange }
  | { kind: 'category'; code: string }
  | { kind: 'author'; key: string }
  | { kind: 'submitted' | 'upvoted' | 'saved'; userId: string };

type Shown = { carried: string[]; interest: boolean };

/** The ids of a list's papers alone, in the order of its page; for what needs more of them than a page shows. */
export async function listIds(
  sql: postgres.Sql,
  shown: Shown,
  { list, limit, offset }: Slice & { list: PlainList },
): Promise<PaperId[]> {
  const rows = await sql<{ id: PaperId }[]>`${statement(sql, shown, list)} LIMIT ${limit} OFFSET ${offset}`;
  return rows.map(({ id }) => id);
}

function statement(sql: postgres.Sql, { carried, interest }: Shown, list: PlainList): postgres.Fragment {
  const newest = sql`ORDER BY p.withdrawn, p.published_at DESC, p.id DESC`;
  switch (list.kind) {
    case 'latest':
      return sql`SELECT id FROM papers WHERE NOT withdrawn AND NOT hidden AND first_listed IS NOT NULL
        ORDER BY published_at DESC, id DESC`;
    case 'trending':
      return sql`SELECT id FROM papers WHERE trending IS NOT NULL AND NOT hidden
        ORDER BY withdrawn, trending DESC, id DESC`;
    case 'range':
      return sql`SELECT id FROM (
          SELECT p.id, p.withdrawn, p.votes, p.comments + p.outside_comments AS discussed, p.published_at, p.interest
          FROM listings l JOIN papers p ON p.id = l.paper_id
          WHERE l.day >= ${list.range.from}::date AND l.day < ${list.range.to}::date AND ${isShown(sql, carried)}
          GROUP BY p.id) shown ORDER BY ${orders(sql, interest).votes}`;
    case 'category':
      return sql`SELECT p.id FROM papers p WHERE p.categories @> ARRAY[${list.code}]::text[] AND NOT p.hidden ${newest}`;
    case 'author':
      return sql`SELECT p.id FROM papers p WHERE p.author_keys @> ARRAY[${list.key}]::text[] AND NOT p.hidden ${newest}`;
    case 'submitted':
      return sql`SELECT p.id FROM submissions s JOIN papers p ON p.id = s.paper_id
        WHERE s.user_id = ${list.userId} AND s.status = 'listed' AND NOT p.hidden ORDER BY s.created_at DESC, s.id DESC`;
    case 'saved':
      return sql`SELECT p.id FROM saved_papers s JOIN papers p ON p.id = s.paper_id
        WHERE s.user_id = ${list.userId} AND NOT p.hidden ORDER BY s.saved_at DESC, s.paper_id`;
    case 'upvoted':
      return sql`SELECT p.id FROM votes v JOIN papers p ON p.id = v.paper_id
        WHERE v.user_id = ${list.userId} AND v.counted AND NOT p.hidden ORDER BY v.created_at DESC, v.paper_id`;
  }
}

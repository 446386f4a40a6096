import type postgres from 'postgres';
import type { DayCount, DayRange } from '@/src/feed';
import type { UtcDay } from '@/src/shared';
import { isShown } from './shown';

/** Days of the range that show papers, with how many. */
export const countByDay = async (sql: postgres.Sql, carried: string[], range: DayRange): Promise<DayCount[]> => [
  ...(await sql<DayCount[]>`
    SELECT l.day::text AS day, count(*)::int AS count FROM listings l JOIN papers p ON p.id = l.paper_id
    WHERE l.day >= ${range.from}::date AND l.day < ${range.to}::date AND ${isShown(sql, carried)}
    GROUP BY l.day ORDER BY l.day`),
];

/** The nearest day before or after another that shows papers. */
export async function nearestDay(
  sql: postgres.Sql,
  carried: string[],
  { day, side }: { day: UtcDay; side: 'before' | 'after' },
): Promise<UtcDay | null> {
  const [row] = await sql<{ day: UtcDay }[]>`
    SELECT l.day::text AS day FROM listings l JOIN papers p ON p.id = l.paper_id
    WHERE ${side === 'before' ? sql`l.day < ${day}::date` : sql`l.day > ${day}::date`} AND ${isShown(sql, carried)}
    ORDER BY ${side === 'before' ? sql`l.day DESC` : sql`l.day`} LIMIT 1`;
  return row?.day ?? null;
}

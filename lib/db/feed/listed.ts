import type postgres from 'postgres';
import type { DayRange, Filter, Listed, Slice, Sort } from '@/src/feed';
import { promise } from './promise';
import { cardsOf } from './rows';
import { isShown } from './shown';

/** Topics a list names; the rest are rare. */
const TOPICS = 12;

type Counts = {
  total: number;
  all: number;
  picks: number;
  topics: { category: string; count: number }[] | null;
  page: { id: string; picked: boolean }[] | null;
};

// The same orders as src/feed/ranking.ts, which a test holds against these.
export const orders = (sql: postgres.Sql, interest: boolean): Record<Sort, postgres.Fragment> => ({
  votes: sql`withdrawn, votes DESC, discussed DESC, ${promise(sql, interest)} DESC, published_at DESC, id DESC`,
  newest: sql`withdrawn, published_at DESC, id DESC`,
  discussed: sql`withdrawn, discussed DESC, votes DESC, published_at DESC, id DESC`,
});

/** One statement finds, counts and orders what the range shows; a second reads the thirty cards. */
export async function listed(
  sql: postgres.Sql,
  { carried, interest }: { carried: string[]; interest: boolean },
  { range, query }: { range: DayRange; query: Filter & Slice & { sort: Sort } },
): Promise<Listed> {
  const inCategory = sql`(${query.category}::text IS NULL OR ${query.category} = ANY (categories))`;
  const ofShow = sql`(${query.show === 'all'}::boolean OR picked)`;
  const order = orders(sql, interest)[query.sort];
  const [counts] = await sql<[Counts]>`
    WITH shown AS MATERIALIZED (
      SELECT p.id, p.withdrawn, p.votes, p.comments + p.outside_comments AS discussed, p.published_at, p.categories, p.interest,
        bool_or(l.picked) AS picked
      FROM listings l JOIN papers p ON p.id = l.paper_id
      WHERE l.day >= ${range.from}::date AND l.day < ${range.to}::date AND ${isShown(sql, carried)}
      GROUP BY p.id
    )
    SELECT
      (SELECT count(*)::int FROM shown WHERE ${inCategory} AND ${ofShow}) AS total,
      (SELECT count(*)::int FROM shown WHERE ${inCategory}) AS "all",
      (SELECT count(*)::int FROM shown WHERE ${inCategory} AND picked) AS picks,
      (SELECT json_agg(topic) FROM (
        SELECT category, count(*)::int FROM shown, unnest(categories) AS category
        WHERE ${ofShow} GROUP BY category ORDER BY count(*) DESC, category LIMIT ${TOPICS}
      ) topic) AS topics,
      (SELECT json_agg(entry) FROM (
        SELECT id, picked FROM shown WHERE ${inCategory} AND ${ofShow}
        ORDER BY ${order} LIMIT ${query.limit} OFFSET ${query.offset}
      ) entry) AS page`;
  const { total, all, picks } = counts;
  const page = counts.page ?? [];
  const picked = new Set(page.filter((entry) => entry.picked).map((entry) => entry.id));
  const cards = await cardsOf(
    sql,
    page.map((entry) => entry.id),
    picked,
  );
  return { cards, total, all, picks, topics: counts.topics ?? [] };
}

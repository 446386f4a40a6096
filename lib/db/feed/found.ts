import type postgres from 'postgres';
import type { Card, Filter, Found, Slice } from '@/src/feed';
import { cardsOf } from './rows';

type Capped = Slice & { cap: number };

const wasPicked = (sql: postgres.Sql) => sql`
  EXISTS (SELECT FROM listings l WHERE l.paper_id = p.id AND l.picked)`;

async function found(
  sql: postgres.Sql,
  where: postgres.Fragment,
  { order, slice }: { order: postgres.Fragment; slice: Capped },
): Promise<Found> {
  const limit = Math.max(0, Math.min(slice.limit, slice.cap - slice.offset));
  const [entries, [counted]] = await Promise.all([
    sql<{ id: string }[]>`
      SELECT p.id FROM papers p WHERE ${where} ORDER BY ${order} LIMIT ${limit} OFFSET ${slice.offset}`,
    sql<[{ total: number }]>`
      SELECT count(*)::int AS total FROM (SELECT FROM papers p WHERE ${where} LIMIT ${slice.cap}) capped`,
  ]);
  const cards = await cardsByIds(
    sql,
    entries.map((entry) => entry.id),
  );
  return { cards, total: counted.total };
}

/** Cards in the order of the ids, picked on whatever day. */
export async function cardsByIds(sql: postgres.Sql, ids: readonly string[]): Promise<Card[]> {
  const picks = await sql<{ id: string }[]>`
    SELECT DISTINCT l.paper_id AS id FROM listings l WHERE l.paper_id = ANY(${ids as string[]}::text[]) AND l.picked`;
  return cardsOf(sql, [...ids], new Set(picks.map((pick) => pick.id)));
}

/** Every paper that was ever shown has a trending key. */
export const trending = (sql: postgres.Sql, query: Filter & Capped): Promise<Found> =>
  found(
    sql,
    sql`p.trending IS NOT NULL AND NOT p.hidden
      ${query.category === null ? sql`` : sql`AND p.categories @> ARRAY[${query.category}]::text[]`}
      ${query.show === 'all' ? sql`` : sql`AND ${wasPicked(sql)}`}`,
    { order: sql`p.withdrawn, p.trending DESC, p.id DESC`, slice: query },
  );

export const inCategory = (sql: postgres.Sql, code: string, slice: Capped): Promise<Found> =>
  found(sql, sql`p.categories @> ARRAY[${code}]::text[] AND NOT p.hidden`, {
    order: sql`p.withdrawn, p.published_at DESC, p.id DESC`,
    slice,
  });

/** The papers of an author key, and the spellings of the name that share it, the most frequent first. */
export async function byAuthor(sql: postgres.Sql, key: string, slice: Capped): Promise<Found & { names: string[] }> {
  const where = sql`p.author_keys @> ARRAY[${key}]::text[] AND NOT p.hidden`;
  const [list, names] = await Promise.all([
    found(sql, where, { order: sql`p.withdrawn, p.published_at DESC, p.id DESC`, slice }),
    sql<{ name: string }[]>`
      SELECT p.authors[array_position(p.author_keys, ${key})] AS name FROM papers p
      WHERE ${where} GROUP BY name ORDER BY count(*) DESC, name LIMIT 5`,
  ]);
  return { ...list, names: names.map((row) => row.name) };
}

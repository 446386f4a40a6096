import type postgres from 'postgres';
import type { SearchAnswer, SearchHit, SearchRequest } from '@/src/search';
import { allOf, anyOf, authorPatterns, authorQuery, CODE_QUERY, categoryQuery } from './lexemes';
import type { Parts } from './parts';

/** Matches that are counted and ranked; the newest where there are more. */
const MOST_MATCHES = 5_000;
const CATEGORIES = 12;
// Title, two unused, abstract; in PostgreSQL's order from D to A.
const WEIGHTS = '{0.2, 0.2, 0.4, 1.0}';

type Found = Pick<SearchAnswer, 'total' | 'facets'> & { hits: SearchHit[] };
type Row = {
  total: number;
  hits: SearchHit[] | null;
  months: SearchAnswer['facets']['months'] | null;
  categories: SearchAnswer['facets']['categories'] | null;
  withCode: number;
};

export type Wanted = { request: SearchRequest; parts: Parts; mode: 'all' | 'any' };

/** Everything in a request but the words for relevance, as one query for the index; undefined where nothing can be asked of it. */
function indexQuery({ request, parts, mode }: Wanted): string | undefined {
  const spoken = parts.parts.map(({ query }) => query);
  const text = mode === 'all' ? spoken : spoken.length > 0 ? [anyOf(spoken)] : [];
  const names = request.authors.map(authorQuery).filter((query) => query !== '');
  const all = [
    ...text,
    ...names,
    ...(request.categories.length > 0 ? [categoryQuery(request.categories)] : []),
    ...(request.hasCode ? [CODE_QUERY] : []),
    ...parts.without.map((query) => `!(${query})`),
  ];
  return all.length === 0 ? undefined : allOf(all);
}

const orders = (sql: postgres.TransactionSql): Record<SearchRequest['sort'], postgres.Fragment> => ({
  relevance: sql`withdrawn, score DESC, published_at DESC, id DESC`,
  votes: sql`withdrawn, votes DESC, score DESC, published_at DESC, id DESC`,
  new: sql`withdrawn, published_at DESC, id DESC`,
});

// The index knows which words of names a paper has; whether one person bears them is looked up.
export const namedBy = (sql: postgres.TransactionSql, authors: readonly string[]): postgres.Fragment =>
  authors.reduce<postgres.Fragment>(
    (before, name) => sql`${before} AND EXISTS (
      SELECT FROM unnest(p.author_keys) AS key WHERE '-' || key || '-' LIKE ALL (${authorPatterns(name)}::text[]))`,
    sql``,
  );

/** Finds, counts and orders in one statement. With `any`, papers that have more of the words come first. */
export async function matches(tx: postgres.TransactionSql, wanted: Wanted): Promise<Found> {
  const { request, parts, mode } = wanted;
  const query = indexQuery(wanted);
  const spoken = parts.parts.map((part) => part.query);
  const rank = anyOf(spoken);
  const score =
    spoken.length === 0
      ? tx`0::float8`
      : tx`(ts_rank(${WEIGHTS}::float4[], s.vector, ${mode === 'all' ? allOf(spoken) : rank}::tsquery, 1)
          ${mode === 'any' ? tx`+ (SELECT count(*) FROM unnest(${spoken}::text[]) AS one WHERE s.vector @@ one::tsquery)` : tx``})::float8`;
  const first = request.sort === 'votes' ? tx`p.votes DESC, p.id DESC` : tx`s.published_at DESC, s.paper_id DESC`;
  const [row] = await tx<[Row]>`
    WITH taken AS MATERIALIZED (
      SELECT p.id, p.withdrawn, p.votes, s.published_at, s.vector, p.categories, p.code_url IS NOT NULL AS has_code
      FROM search_texts s JOIN papers p ON p.id = s.paper_id
      WHERE NOT p.hidden
        ${query === undefined ? tx`` : tx`AND s.vector @@ ${query}::tsquery`}
        ${request.after === null ? tx`` : tx`AND s.published_at >= ${request.after}::date`}
        ${request.before === null ? tx`` : tx`AND s.published_at < ${request.before}::date`}
        ${request.minVotes === 0 ? tx`` : tx`AND p.votes >= ${request.minVotes}`}
        ${namedBy(tx, request.authors)}
      ORDER BY ${first} LIMIT ${MOST_MATCHES}
    ), ranked AS MATERIALIZED (
      SELECT s.id, s.withdrawn, s.votes, s.published_at, s.categories, s.has_code, ${score} AS score FROM taken s
    )
    SELECT
      (SELECT count(*)::int FROM ranked) AS total,
      (SELECT count(*)::int FROM ranked WHERE has_code) AS "withCode",
      (SELECT json_agg(hit) FROM (
        SELECT id, score FROM ranked ORDER BY ${orders(tx)[request.sort]} LIMIT ${request.limit} OFFSET ${request.offset}
      ) hit) AS hits,
      (SELECT json_agg(bar) FROM (
        SELECT to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month, count(*)::int FROM ranked GROUP BY 1 ORDER BY 1
      ) bar) AS months,
      (SELECT json_agg(bar) FROM (
        SELECT code, count(*)::int FROM ranked, unnest(categories) AS code
        GROUP BY code ORDER BY count(*) DESC, code LIMIT ${CATEGORIES}
      ) bar) AS categories`;
  return {
    hits: row.hits ?? [],
    total: row.total,
    facets: { months: row.months ?? [], categories: row.categories ?? [], withCode: row.withCode },
  };
}

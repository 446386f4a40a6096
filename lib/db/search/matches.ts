import type postgres from 'postgres';
import type { SearchAnswer, SearchHit, SearchRequest } from '@/src/search';
import { allOf, anyOf, authorPatterns, authorQuery, CODE_QUERY, categoryQuery } from './lexemes';
import type { Parts } from './parts';
import { type Meaning, MOST_NEAR, nearFragments, searchWidely } from './pgvector/near';

/** Matches that are counted and ranked; the newest where there are more. */
const MOST_MATCHES = 5_000;
const CATEGORIES = 12;
// As in src/search/index.
const WORDS_SHARE = 0.4;
const NEAR_SHARE = 0.6;
// Title, two unused, abstract; in PostgreSQL's order from D to A.
const WEIGHTS = '{0.2, 0.2, 0.4, 1.0}';

/** `worded`: how many have the words; the others are near in meaning. */
type Found = Pick<SearchAnswer, 'total' | 'facets'> & { hits: SearchHit[]; worded: number };
type Row = {
  worded: number;
  total: number;
  hits: SearchHit[] | null;
  months: SearchAnswer['facets']['months'] | null;
  categories: SearchAnswer['facets']['categories'] | null;
  withCode: number;
};

export type Wanted = {
  request: SearchRequest;
  parts: Parts;
  mode: 'all' | 'any';
  /** Where given, papers that are near in meaning match too, and both count. */
  meaning?: Meaning | undefined;
};

/** Everything in a request but the words for relevance, as one query for the index; undefined where nothing can be asked of it. */
function indexQuery({
  request,
  parts,
  mode,
}: Pick<Wanted, 'request' | 'parts'> & { mode: Wanted['mode'] | 'none' }): string | undefined {
  const spoken = parts.parts.map(({ query }) => query);
  const text = mode === 'all' ? spoken : mode === 'any' && spoken.length > 0 ? [anyOf(spoken)] : [];
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

/** Who may be found at all: what a request asks besides words, as conditions on `search_texts s` and `papers p`. */
const fitting = (
  tx: postgres.TransactionSql,
  request: SearchRequest,
  query: string | undefined,
): postgres.Fragment => tx`
  NOT p.hidden
  ${query === undefined ? tx`` : tx`AND s.vector @@ ${query}::tsquery`}
  ${request.after === null ? tx`` : tx`AND s.published_at >= ${request.after}::date`}
  ${request.before === null ? tx`` : tx`AND s.published_at < ${request.before}::date`}
  ${request.minVotes === 0 ? tx`` : tx`AND p.votes >= ${request.minVotes}`}
  ${namedBy(tx, request.authors)}`;

const COLUMNS =
  'p.id, p.withdrawn, p.votes, s.published_at, s.vector, p.categories, p.code_url IS NOT NULL AS has_code';

/** Ranks what has the words. With `any`, papers that have more of them come first. */
function byWords(tx: postgres.TransactionSql, { parts, mode }: Wanted): postgres.Fragment {
  const spoken = parts.parts.map((part) => part.query);
  if (spoken.length === 0) return tx`SELECT *, 0::float8 AS score FROM worded`;
  const query = mode === 'all' ? allOf(spoken) : anyOf(spoken);
  const more = tx`+ (SELECT count(*) FROM unnest(${spoken}::text[]) AS one WHERE s.vector @@ one::tsquery)`;
  return tx`
    SELECT s.*, (ts_rank(${WEIGHTS}::float4[], s.vector, ${query}::tsquery, 1) ${mode === 'any' ? more : tx``})::float8 AS score
    FROM worded s`;
}

/**
 * Ranks what has the words and what is near in meaning, by 0.4 · ts_rank / its highest + 0.6 · cosine, as the index in memory
 * does with BM25. Near are the 200 nearest, where at least 0.6 as near as the nearest.
 */
function byBoth(tx: postgres.TransactionSql, { request, parts }: Wanted, meaning: Meaning): postgres.Fragment {
  const { distance, ofModel } = nearFragments(tx, meaning);
  const columns = tx.unsafe(COLUMNS) as unknown as postgres.Fragment;
  const spoken = anyOf(parts.parts.map((part) => part.query));
  const words = spoken === '' ? tx`0` : tx`ts_rank(${WEIGHTS}::float4[], t.vector, ${spoken}::tsquery, 1)`;
  return tx`
    WITH nearest AS MATERIALIZED (
      SELECT p.id, 1 - ${distance} AS cosine
      FROM search_vectors e JOIN search_texts s ON s.paper_id = e.paper_id JOIN papers p ON p.id = e.paper_id
      WHERE ${ofModel} AND ${fitting(tx, request, indexQuery({ request, parts, mode: 'none' }))}
      ORDER BY ${distance} LIMIT ${MOST_NEAR}
    ), taken AS MATERIALIZED (
      SELECT * FROM worded
      UNION ALL
      SELECT ${columns} FROM (SELECT id, cosine, max(cosine) OVER () AS top FROM nearest) n
        JOIN papers p ON p.id = n.id JOIN search_texts s ON s.paper_id = n.id
      WHERE n.cosine > 0 AND n.cosine >= ${NEAR_SHARE}::float8 * n.top AND NOT EXISTS (SELECT FROM worded w WHERE w.id = n.id)
    ), weighed AS (
      SELECT t.*, ${words} AS words, coalesce(1 - ${distance}, 0) AS cosine
      FROM taken t LEFT JOIN search_vectors e ON e.paper_id = t.id AND ${ofModel}
    )
    SELECT *, (${WORDS_SHARE}::float8 * words / greatest(max(words) OVER (), 1e-9) + (1 - ${WORDS_SHARE}::float8) * cosine)::float8 AS score FROM weighed`;
}

/** Finds, counts and orders in one statement. */
export async function matches(tx: postgres.TransactionSql, wanted: Wanted): Promise<Found> {
  const { request, meaning } = wanted;
  const columns = tx.unsafe(COLUMNS) as unknown as postgres.Fragment;
  const first = request.sort === 'votes' ? tx`p.votes DESC, p.id DESC` : tx`s.published_at DESC, s.paper_id DESC`;
  if (meaning) await searchWidely(tx);
  const [row] = await tx<[Row]>`
    WITH worded AS MATERIALIZED (
      SELECT ${columns} FROM search_texts s JOIN papers p ON p.id = s.paper_id
      WHERE ${fitting(tx, request, indexQuery(wanted))}
      ORDER BY ${first} LIMIT ${MOST_MATCHES}
    ), ranked AS MATERIALIZED (${meaning ? byBoth(tx, wanted, meaning) : byWords(tx, wanted)})
    SELECT
      (SELECT count(*)::int FROM worded) AS worded,
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
    worded: row.worded,
    total: row.total,
    facets: { months: row.months ?? [], categories: row.categories ?? [], withCode: row.withCode },
  };
}

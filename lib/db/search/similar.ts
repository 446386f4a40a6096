import type postgres from 'postgres';
import type { PaperId } from '@/src/papers';
import type { SimilarOptions, SimilarPaper } from '@/src/search';

/** Words of a paper that are compared, the rarest first. */
const WORDS = 12;
/** A word in more papers than this says too little to look for. */
const MOST_PAPERS = 3_000;
const SPARE = 20;
const SHARED = 4;

/**
 * Papers that share rare words of a paper's title and abstract: each word counts the logarithm of how
 * rare it is.
 */
export async function similar(
  tx: postgres.TransactionSql,
  id: PaperId,
  { limit, side }: SimilarOptions,
): Promise<SimilarPaper[]> {
  const ofSide = {
    any: tx``,
    newer: tx`AND (s.published_at, s.paper_id) > (own.published_at, own.paper_id)`,
    older: tx`AND (s.published_at, s.paper_id) < (own.published_at, own.paper_id)`,
  }[side];
  const rows = await tx<{ id: PaperId; score: number; shared: string[] }[]>`
    WITH own AS MATERIALIZED (
      SELECT paper_id, published_at, vector FROM search_texts WHERE paper_id = ${id}
    ), known AS (
      SELECT stem, max(texts) AS texts, (array_agg(word ORDER BY papers DESC, word))[1] AS word
      FROM search_words WHERE stem IN (SELECT l.lexeme FROM own, unnest(own.vector) l) GROUP BY stem
    ), words AS MATERIALIZED (
      SELECT l.lexeme, k.word, ln(1 + (SELECT max(texts) FROM search_words) / k.texts::float8) AS weight
      FROM own, unnest(own.vector) l JOIN known k ON k.stem = l.lexeme
      WHERE k.texts BETWEEN 2 AND ${MOST_PAPERS}
      ORDER BY (1 + ('A' = ANY (l.weights))::int + least(cardinality(l.positions), 4) / 2.0)
        * ln(1 + (SELECT max(texts) FROM search_words) / k.texts::float8) DESC, l.lexeme
      LIMIT ${WORDS}
    ), scored AS (
      SELECT s.paper_id, sum(w.weight)::float8 AS score, array_agg(w.word ORDER BY w.weight DESC, w.word) AS shared
      FROM own, words w JOIN search_texts s ON s.vector @@ quote_literal(w.lexeme)::tsquery
      WHERE s.paper_id <> own.paper_id ${ofSide}
      GROUP BY s.paper_id HAVING count(*) >= 2
      ORDER BY score DESC, s.paper_id DESC LIMIT ${limit + SPARE}
    )
    SELECT n.paper_id AS id, n.score, n.shared[1:${SHARED}::int] AS shared
    FROM scored n JOIN papers p ON p.id = n.paper_id
    WHERE NOT p.hidden AND NOT p.withdrawn
    ORDER BY n.score DESC, n.paper_id DESC LIMIT ${limit}`;
  return rows.map((row) => ({ ...row }));
}

import type postgres from 'postgres';
import type { PaperId } from '@/src/papers';
import { type SimilarOptions, type SimilarPaper, sharedWords, termsOf } from '@/src/search';
import { literal } from './fill';
import { searchWidely } from './near';
import type { VectorChoice } from './objects';

const SPARE = 6;
const SHARED = 4;

type Asked = SimilarOptions & { id: PaperId; choice: VectorChoice };
type Row = { id: PaperId; score: number; title: string; abstract: string };

/** A paper's kin by their vectors; none where it has none. */
export async function nearestPapers(
  tx: postgres.TransactionSql,
  { id, choice: { model, dimensions }, limit, side }: Asked,
): Promise<SimilarPaper[]> {
  const fragment = (text: string) => tx.unsafe(text) as unknown as postgres.Fragment;
  const [type, name] = [fragment(`halfvec(${dimensions})`), fragment(literal(model))];
  const ofSide = {
    any: tx``,
    newer: tx`AND (p.published_at, p.id) > (${own(tx, id)})`,
    older: tx`AND (p.published_at, p.id) < (${own(tx, id)})`,
  }[side];
  await searchWidely(tx);
  const rows = await tx<Row[]>`
    WITH own AS MATERIALIZED (SELECT embedding FROM search_vectors WHERE paper_id = ${id} AND model = ${name})
    SELECT p.id, p.title_text AS title, p.abstract_text AS abstract,
      1 - (e.embedding::${type} <=> (SELECT embedding FROM own)::${type}) AS score
    FROM search_vectors e JOIN papers p ON p.id = e.paper_id
    WHERE e.model = ${name} AND e.paper_id <> ${id} AND NOT p.hidden AND NOT p.withdrawn AND EXISTS (SELECT FROM own) ${ofSide}
    ORDER BY e.embedding::${type} <=> (SELECT embedding FROM own)::${type} LIMIT ${limit + SPARE}`;
  return await withShared(tx, id, rows, limit);
}

const own = (tx: postgres.TransactionSql, id: string): postgres.Fragment =>
  tx`SELECT published_at, id FROM papers WHERE id = ${id}`;

async function withShared(
  tx: postgres.TransactionSql,
  id: string,
  rows: readonly Row[],
  limit: number,
): Promise<SimilarPaper[]> {
  const [paper] = await tx<{ title: string; abstract: string }[]>`
    SELECT title_text AS title, abstract_text AS abstract FROM papers WHERE id = ${id}`;
  if (!paper || rows.length === 0) return [];
  const stems = [...new Set(termsOf(`${paper.title} ${paper.abstract}`))];
  const known = await tx<{ stem: string; weight: number }[]>`
    SELECT stem, ln(1 + (SELECT max(texts) FROM search_words) / max(texts)::float8) AS weight
    FROM search_words WHERE stem = ANY (${stems}) GROUP BY stem`;
  const weightOf = new Map(known.map(({ stem, weight }) => [stem, weight]));
  return rows
    .filter(({ title }) => title.trim().toLowerCase() !== paper.title.trim().toLowerCase())
    .slice(0, limit)
    .map((row) => ({
      id: row.id,
      score: row.score,
      shared: sharedWords({ own: paper, other: row, weightOf, limit: SHARED }),
    }));
}

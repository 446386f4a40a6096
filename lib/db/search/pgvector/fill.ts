import { createHash } from 'node:crypto';
import type postgres from 'postgres';
import type { VectorChoice } from './objects';

const PAPERS_AT_ONCE = 1_000;

/** Unpacks the vectors that were stored before the table was there, in short transactions; returns how many. */
export async function fillVectors(
  sql: postgres.Sql,
  from: 'paper_search' | 'paper_vectors',
  { model }: VectorChoice,
): Promise<number> {
  let [after, done] = ['', 0];
  for (;;) {
    const rows = await sql<{ id: string }[]>`
      SELECT s.paper_id AS id FROM ${sql(from)} s
      WHERE s.paper_id > ${after} AND s.model = ${model}
        AND NOT EXISTS (SELECT FROM search_vectors v WHERE v.paper_id = s.paper_id AND v.model = s.model)
      ORDER BY 1 LIMIT ${PAPERS_AT_ONCE}`;
    const last = rows.at(-1);
    if (!last) return done;
    const written = await sql`
      INSERT INTO search_vectors (paper_id, model, embedding)
      SELECT s.paper_id, s.model, search_halfvec(s.vector) FROM ${sql(from)} s
      WHERE s.paper_id > ${after} AND s.paper_id <= ${last.id} AND s.model = ${model}
        AND length(btrim(s.vector, '\\x00'::bytea)) > 0
      ORDER BY 1 ON CONFLICT (paper_id, model) DO NOTHING`;
    after = last.id;
    done += written.count;
  }
}

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Makes the index of one model's vectors without stopping writes. One that was broken off is made anew.
 */
export async function indexVectors(sql: postgres.Sql, { model, dimensions }: VectorChoice): Promise<void> {
  const name = `search_vectors_${createHash('sha256').update(model).digest('hex').slice(0, 12)}_idx`;
  const [found] = await sql<{ valid: boolean }[]>`
    SELECT i.indisvalid AS valid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relname = ${name}`;
  if (found?.valid === true) return;
  if (found) await sql.unsafe(`DROP INDEX IF EXISTS ${name}`);
  await sql.unsafe(
    `CREATE INDEX CONCURRENTLY IF NOT EXISTS ${name} ON search_vectors
      USING hnsw ((embedding::halfvec(${dimensions})) halfvec_cosine_ops) WHERE model = ${literal(model)}`,
  );
}

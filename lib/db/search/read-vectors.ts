import type postgres from 'postgres';
import { BUILT_IN_MODEL } from '@/lib/search/built-in-model';

/**
 * The stored directions of papers, 256 signed bytes each; compare them by cosine, their lengths differ. A paper that the
 * background has not come to yet is absent.
 */
export async function readVectors(
  sql: postgres.Sql | postgres.TransactionSql,
  ids: readonly string[],
): Promise<Map<string, Int8Array>> {
  const rows = await sql<{ id: string; vector: Uint8Array }[]>`
    SELECT paper_id AS id, vector FROM paper_search
    WHERE paper_id = ANY (${ids as string[]}) AND model = ${BUILT_IN_MODEL}`;
  return new Map(rows.map(({ id, vector }) => [id, new Int8Array(vector)]));
}

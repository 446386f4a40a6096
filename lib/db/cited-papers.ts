import type postgres from 'postgres';
import type { CitedPaper } from '@/src/citations';
import type { PaperId } from '@/src/papers';

/** What citations are made of, in the order of the ids; hidden papers are left out. */
export async function citedPapers(sql: postgres.Sql, ids: readonly PaperId[]): Promise<CitedPaper[]> {
  if (ids.length === 0) return [];
  const rows = await sql<CitedPaper[]>`
    SELECT id, title AS "titleSource", title_text AS title, abstract_text AS abstract, authors, published_at AS "publishedAt",
      primary_category AS "primaryCategory", categories, doi, journal_ref AS "journalRef", votes
    FROM papers WHERE id = ANY (${[...ids]}::text[]) AND NOT hidden`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

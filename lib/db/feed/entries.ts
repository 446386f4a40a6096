import type postgres from 'postgres';
import type { PaperId } from '@/src/papers';
import type { FeedEntry } from '@/src/syndication';

/** Papers as feeds tell of them, in the order of the ids; hidden ones are left out. */
export async function feedEntries(sql: postgres.Sql, ids: readonly PaperId[]): Promise<FeedEntry[]> {
  if (ids.length === 0) return [];
  const rows = await sql<FeedEntry[]>`
    SELECT id, title_text AS title, abstract_html AS html, abstract_text AS text, authors, categories, votes,
      greatest(published_at, first_listed::timestamptz) AS published,
      greatest(published_at, revised_at, first_listed::timestamptz) AS updated
    FROM papers WHERE id = ANY (${[...ids]}::text[]) AND NOT hidden`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

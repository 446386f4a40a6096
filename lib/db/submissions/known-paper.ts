import type postgres from 'postgres';
import type { PaperId } from '@/src/papers';
import type { KnownPaper } from '@/src/submissions';
import { isShown } from '../feed/shown';

/** A paper as submitting needs to know it. `carried` are the instance's categories. */
export async function knownPaper(sql: postgres.Sql, carried: string[], id: PaperId): Promise<KnownPaper | null> {
  const [known] = await sql<KnownPaper[]>`
    SELECT p.id, p.title, p.abstract, p.published_at AS "publishedAt", NOT p.sample AND p.categories <> '{}' AS complete,
      (SELECT max(l.day)::text FROM listings l WHERE l.paper_id = p.id AND ${isShown(sql, carried)}) AS "shownOn",
      p.hidden, p.withdrawn, p.code_url AS "codeUrl", p.project_url AS "projectUrl"
    FROM papers p WHERE p.id = ${id}`;
  return known ?? null;
}

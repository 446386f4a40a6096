import type postgres from 'postgres';
import type { Draft, DraftKey } from '@/src/comments';

export async function findDraft(sql: postgres.Sql, { userId, paperId, place }: DraftKey): Promise<Draft | null> {
  const [row] = await sql<Draft[]>`
    SELECT body, notice FROM comment_drafts WHERE user_id = ${userId} AND paper_id = ${paperId} AND place = ${place}`;
  return row ?? null;
}

/** Keeps a draft; on a paper that is not here there is nothing to keep. */
export async function storeDraft(sql: postgres.Sql, { userId, paperId, place }: DraftKey, draft: Draft): Promise<void> {
  await sql`
    INSERT INTO comment_drafts (user_id, paper_id, place, body, notice, updated_at)
    SELECT ${userId}, id, ${place}, ${draft.body}, ${draft.notice}, now() FROM papers WHERE id = ${paperId}
    ON CONFLICT (user_id, paper_id, place)
      DO UPDATE SET body = EXCLUDED.body, notice = EXCLUDED.notice, updated_at = EXCLUDED.updated_at`;
}

export async function dropDraft(sql: postgres.Sql, { userId, paperId, place }: DraftKey): Promise<void> {
  await sql`DELETE FROM comment_drafts WHERE user_id = ${userId} AND paper_id = ${paperId} AND place = ${place}`;
}

/** Drops drafts that nobody has touched for a month. */
export async function forgetOldDrafts(sql: postgres.Sql): Promise<number> {
  const gone = await sql`DELETE FROM comment_drafts WHERE updated_at < now() - interval '30 days'`;
  return gone.count;
}

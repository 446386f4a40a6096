import type postgres from 'postgres';
import type { Comment, Inserted, NewComment } from '@/src/comments';
import { newObjectId } from '../object-id';
import { commentsByIds } from './rows';

type Refused = Exclude<Inserted['kind'], 'posted' | 'repeated'>;

/**
 * Adds a comment, or says why not, in one transaction. The author's row is locked first, so that comments sent at once
 * are counted one after the other and a suspension is either seen or waits; the paper's row, so that a lock is.
 */
export const insertComment = (
  sql: postgres.Sql,
  comment: NewComment,
  { dailyCap }: { dailyCap: number },
): Promise<Inserted> =>
  sql.begin(async (tx): Promise<Inserted> => {
    const refused = (await refusedAuthor(tx, comment)) ?? (await refusedPlace(tx, comment));
    if (refused) return { kind: refused };
    const before = await sentBefore(tx, comment);
    if (before) return { kind: 'repeated', comment: before };
    if ((await postedToday(tx, comment)) >= dailyCap) return { kind: 'daily-cap' };
    const id = newObjectId();
    await tx`
      INSERT INTO comments (id, paper_id, parent_id, author_id, body, body_html, render_version, created_at)
      VALUES (${id}, ${comment.paperId}, ${comment.parentId}, ${comment.authorId}, ${comment.body}, ${comment.bodyHtml},
        ${comment.renderVersion}, ${comment.now})`;
    return { kind: 'posted', comment: await known(tx, id) };
  });

async function refusedAuthor(tx: postgres.TransactionSql, { authorId }: NewComment): Promise<Refused | undefined> {
  const [author] = await tx<{ suspended: boolean }[]>`
    SELECT suspended_at IS NOT NULL AS suspended FROM users WHERE id = ${authorId} FOR NO KEY UPDATE`;
  return !author || author.suspended ? 'suspended' : undefined;
}

async function refusedPlace(
  tx: postgres.TransactionSql,
  { paperId, parentId }: NewComment,
): Promise<Refused | undefined> {
  const [paper] = await tx<{ locked: boolean }[]>`
    SELECT comments_locked AS locked FROM papers WHERE id = ${paperId} FOR NO KEY UPDATE`;
  if (!paper) return 'no-such-paper';
  if (paper.locked) return 'locked';
  if (parentId === null) return undefined;
  const [parent] = await tx`
    SELECT 1 FROM comments
    WHERE id = ${parentId} AND paper_id = ${paperId} AND deleted_at IS NULL AND hidden_at IS NULL`;
  return parent ? undefined : 'no-such-comment';
}

async function sentBefore(tx: postgres.TransactionSql, comment: NewComment): Promise<Comment | undefined> {
  const [same] = await tx<{ id: string }[]>`
    SELECT id FROM comments
    WHERE author_id = ${comment.authorId} AND created_at > ${comment.now}::timestamptz - interval '10 minutes'
      AND paper_id = ${comment.paperId} AND parent_id IS NOT DISTINCT FROM ${comment.parentId}
      AND body = ${comment.body} AND deleted_at IS NULL
    ORDER BY created_at LIMIT 1`;
  return same && known(tx, same.id);
}

// Deleted ones count too: posting and deleting in turn must not get round the limit.
async function postedToday(tx: postgres.TransactionSql, { authorId, now }: NewComment): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    SELECT count(*)::int AS count FROM comments
    WHERE author_id = ${authorId} AND created_at > ${now}::timestamptz - interval '1 day'`;
  return row?.count ?? 0;
}

async function known(tx: postgres.TransactionSql, id: string): Promise<Comment> {
  const [comment] = await commentsByIds(tx, [id]);
  if (!comment) throw new Error(`The comment ${id} was stored and is not there.`);
  return comment;
}

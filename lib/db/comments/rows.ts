import type postgres from 'postgres';
import type { Role } from '@/src/accounts';
import type { Comment, CommentState } from '@/src/comments';
import type { PaperId } from '@/src/papers';

export type CommentRow = {
  id: string;
  paper_id: PaperId;
  parent_id: string | null;
  body: string;
  body_html: string;
  created_at: Date;
  edited_at: Date | null;
  state: CommentState;
  author_id: string | null;
  handle: string | null;
  display_name: string | null;
  role: Role | null;
};

type Sql = postgres.Sql | postgres.TransactionSql;

/** The columns of `comments c LEFT JOIN users u`. */
export const commentColumns = (sql: Sql) => sql`
  c.id, c.paper_id, c.parent_id, c.body, c.body_html, c.created_at, c.edited_at,
  CASE WHEN c.deleted_at IS NOT NULL THEN 'deleted' WHEN c.hidden_at IS NOT NULL THEN 'hidden' ELSE 'shown' END AS state,
  u.id AS author_id, u.handle, u.display_name, u.role`;

export const toComment = (row: CommentRow): Comment => ({
  id: row.id,
  paperId: row.paper_id,
  parentId: row.parent_id,
  author:
    row.author_id === null
      ? null
      : {
          id: row.author_id,
          handle: row.handle ?? '',
          displayName: row.display_name ?? '',
          role: row.role ?? 'member',
        },
  body: row.body,
  bodyHtml: row.body_html,
  createdAt: row.created_at,
  editedAt: row.edited_at,
  state: row.state,
});

/** Comments with their authors, by ids. */
export async function commentsByIds(sql: Sql, ids: readonly string[]): Promise<Comment[]> {
  if (ids.length === 0) return [];
  const rows = await sql<CommentRow[]>`
    SELECT ${commentColumns(sql)} FROM comments c LEFT JOIN users u ON u.id = c.author_id
    WHERE c.id = ANY (${ids as string[]})`;
  return rows.map(toComment);
}

import type postgres from 'postgres';
import type { CommentStore, Outline, Subject } from '@/src/comments';
import { dropDraft, findDraft, storeDraft } from './comments/drafts';
import { insertComment } from './comments/insert-comment';
import { type CommentRow, commentColumns, commentsByIds, toComment } from './comments/rows';
import { limit } from './rate-limit';

/** Comments in PostgreSQL. A trigger keeps `papers.comments` in step and tells all processes. */
export const commentStore = (sql: postgres.Sql): CommentStore => ({
  async subject(id) {
    const [row] = await sql<Subject[]>`
      SELECT id, title_html AS "titleHtml", title_text AS "titleText", comments_locked AS locked
      FROM papers WHERE id = ${id}`;
    return row ?? null;
  },

  subjectsOf: async (ids) => [
    ...(await sql<Subject[]>`
      SELECT id, title_html AS "titleHtml", title_text AS "titleText", comments_locked AS locked
      FROM papers WHERE id = ANY (${[...ids]}::text[])`),
  ],

  outline: (id) => sql<Outline[]>`
    SELECT id, parent_id AS "parentId", created_at AS "createdAt", author_id AS "authorId",
      deleted_at IS NOT NULL OR hidden_at IS NOT NULL AS gone
    FROM comments WHERE paper_id = ${id}`,

  byIds: (ids) => commentsByIds(sql, ids),

  async one(id) {
    const [comment] = await commentsByIds(sql, [id]);
    return comment ?? null;
  },

  async byAuthor(authorId, { limit: most, offset }) {
    const rows = await sql<CommentRow[]>`
      SELECT ${commentColumns(sql)} FROM comments c JOIN users u ON u.id = c.author_id
      WHERE c.author_id = ${authorId} AND c.deleted_at IS NULL AND c.hidden_at IS NULL
      ORDER BY c.created_at DESC, c.id DESC LIMIT ${most} OFFSET ${offset}`;
    return rows.map(toComment);
  },

  // A handle that somebody had before leads to him too.
  async knownHandles(handles) {
    if (handles.length === 0) return [];
    const rows = await sql<{ handle: string }[]>`
      SELECT handle FROM users WHERE handle = ANY (${handles as string[]})
      UNION SELECT handle FROM handles WHERE handle = ANY (${handles as string[]}) AND user_id IS NOT NULL`;
    return rows.map((row) => row.handle);
  },

  insert: (comment, limits) => insertComment(sql, comment, limits),

  async edit({ id, authorId, body, bodyHtml, renderVersion, now }) {
    const done = await sql`
      UPDATE comments SET body = ${body}, body_html = ${bodyHtml}, render_version = ${renderVersion}, edited_at = ${now}
      WHERE id = ${id} AND author_id = ${authorId} AND deleted_at IS NULL AND hidden_at IS NULL
        AND EXISTS (SELECT FROM users WHERE id = ${authorId} AND suspended_at IS NULL)`;
    return done.count === 1;
  },

  async remove({ id, authorId, now }) {
    const done = await sql`
      UPDATE comments SET body = '', body_html = '', deleted_at = ${now}
      WHERE id = ${id} AND author_id = ${authorId} AND deleted_at IS NULL`;
    return done.count === 1;
  },

  draft: (key) => findDraft(sql, key),
  keepDraft: (key, draft) => storeDraft(sql, key, draft),
  dropDraft: (key) => dropDraft(sql, key),
  limit: (wanted) => limit(sql, wanted),
});

import type { AccountPart } from '../account-parts';

/** What comments keep of a person. With the account the texts go; their places stay where somebody answered. */
export const commentPart: AccountPart = {
  name: 'comments',

  exportOf: async (sql, userId) => [
    ...(await sql`
      SELECT id, paper_id AS "paperId", parent_id AS "parentId", body, created_at AS "createdAt", edited_at AS "editedAt",
        deleted_at AS "deletedAt", hidden_at AS "hiddenAt"
      FROM comments WHERE author_id = ${userId} ORDER BY created_at, id`),
  ],

  async forget(tx, userId) {
    await tx`
      UPDATE comments SET body = '', body_html = '', deleted_at = coalesce(deleted_at, now()), author_id = NULL
      WHERE author_id = ${userId}`;
  },
};

import type { AccountPart } from '../account-parts';

/** What a person flagged. It goes with his row. */
export const flagPart: AccountPart = {
  name: 'flags',
  exportOf: async (sql, userId) => [
    ...(await sql`
      SELECT subject_kind AS kind, subject_id AS subject, reason, created_at AS "createdAt" FROM flags
      WHERE user_id = ${userId} ORDER BY created_at`),
  ],
};

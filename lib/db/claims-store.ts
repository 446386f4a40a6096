import type postgres from 'postgres';
import type { ClaimedAuthor, ClaimStore, OwnClaim } from '@/src/claims';
import { paperTag } from '@/src/shared';
import { announceChange } from './announce-change';
import { judgeVotes } from './votes/judge';

/** Claims of authorship in PostgreSQL. */
export const claimStore = (sql: postgres.Sql): ClaimStore => ({
  async own({ userId, paperId }) {
    const [own] = await sql<OwnClaim[]>`
      SELECT status, note, created_at AS "createdAt" FROM author_claims
      WHERE user_id = ${userId} AND paper_id = ${paperId}`;
    return own ?? null;
  },

  add: ({ userId, paperId, note, now }, { most }) =>
    sql.begin(async (tx) => {
      // Locked, so that claims sent at once are counted one after the other.
      const [person] = await tx<{ suspended: boolean }[]>`
        SELECT suspended_at IS NOT NULL AS suspended FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
      if (!person || person.suspended) return 'suspended';
      const [paper] = await tx`SELECT FROM papers WHERE id = ${paperId} FOR KEY SHARE`;
      if (!paper) return 'no-such-paper';
      const [before] = await tx`SELECT FROM author_claims WHERE user_id = ${userId} AND paper_id = ${paperId}`;
      if (before) return 'claimed-before';
      const [waiting] = await tx<{ count: number }[]>`
        SELECT count(*)::int AS count FROM author_claims WHERE user_id = ${userId} AND status = 'pending'`;
      if ((waiting?.count ?? 0) >= most) return 'too-many';
      await tx`
        INSERT INTO author_claims (user_id, paper_id, note, created_at) VALUES (${userId}, ${paperId}, ${note}, ${now})`;
      return 'added';
    }),

  takeBack: ({ userId, paperId }) =>
    sql.begin(async (tx) => {
      // The person first, as deleting an account does.
      await tx`SELECT FROM users WHERE id = ${userId} FOR KEY SHARE`;
      const gone = await tx`
        DELETE FROM author_claims WHERE user_id = ${userId} AND paper_id = ${paperId} AND status <> 'rejected'`;
      if (gone.count === 0) return false;
      await judgeVotes(tx, { userId, paperId });
      await announceChange(tx, [paperTag(paperId)]);
      return true;
    }),

  authors: async (paperId, limit) => [
    ...(await sql<ClaimedAuthor[]>`
      SELECT u.handle, u.display_name AS "displayName" FROM author_claims c JOIN users u ON u.id = c.user_id
      WHERE c.paper_id = ${paperId} AND c.status = 'approved' AND u.suspended_at IS NULL
      ORDER BY c.decided_at, c.user_id LIMIT ${limit}`),
  ],
});

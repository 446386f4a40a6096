import type { AccountPart } from '../account-parts';

/** A person's votes. They go with his row, and the counts follow. */
export const votePart: AccountPart = {
  name: 'votes',
  exportOf: async (sql, userId) => {
    const votes = await sql`
      SELECT paper_id AS "paperId", counted, reason, created_at AS "createdAt" FROM votes
      WHERE user_id = ${userId} ORDER BY created_at, paper_id`;
    const history = await sql`
      SELECT paper_id AS "paperId", kind, at FROM vote_events WHERE user_id = ${userId} ORDER BY id`;
    const claims = await sql`
      SELECT paper_id AS "paperId", status, created_at AS "createdAt" FROM author_claims
      WHERE user_id = ${userId} ORDER BY created_at, paper_id`;
    return { upvotes: [...votes], history: [...history], authorClaims: [...claims] };
  },
};

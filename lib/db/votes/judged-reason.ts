import type postgres from 'postgres';

/**
 * Why the vote of `user` for `paper` (both SQL expressions) does not count, or null: `reasonOf` of src/votes over what
 * the tables hold. A test holds the two together over every combination of facts.
 */
export const judgedReason = (
  sql: postgres.Sql | postgres.TransactionSql,
  { user, paper }: { user: postgres.Fragment; paper: postgres.Fragment },
): postgres.Fragment => sql`
  CASE
    WHEN EXISTS (SELECT FROM submissions s
      WHERE s.live_paper = ${paper} AND s.user_id = ${user}) THEN 'own-submission'
    WHEN EXISTS (SELECT FROM author_claims c
      WHERE c.user_id = ${user} AND c.paper_id = ${paper} AND c.status = 'approved') THEN 'claimed-author'
    WHEN EXISTS (SELECT FROM users u WHERE u.id = ${user} AND u.suspended_at IS NOT NULL) THEN 'suspended'
    WHEN EXISTS (SELECT FROM vote_ring_votes m JOIN vote_rings r ON r.id = m.ring_id
      WHERE m.user_id = ${user} AND m.paper_id = ${paper} AND r.undone_at IS NULL) THEN 'suspected-ring'
  END`;

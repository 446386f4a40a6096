import type postgres from 'postgres';
import { newObjectId } from '@/lib/db/object-id';
import { voteStore } from '@/lib/db/votes-store';
import type { PaperId } from '@/src/papers';
import type { Facts } from '@/src/votes';
import { aPaper, storePapers } from '@/tests/factories/paper';
import type { VoteLine } from './fake-vote-store';
import { addPerson } from './people';
import type { VoteWorld } from './vote-store-contract';

/** A world of votes in PostgreSQL. */
export const databaseWorld = (sql: postgres.Sql): VoteWorld => ({
  store: voteStore(sql),
  addPaper: async ({ withdrawn = false, outside = 0 } = {}) => {
    const paper = aPaper({ withdrawn, outside_upvotes: outside });
    await storePapers(sql, [paper]);
    return paper.id as PaperId;
  },
  addPerson: (over) => addPerson(sql, over),
  hold: (vote, facts) => hold(sql, vote, facts),
  history: async () => [
    ...(await sql<VoteLine[]>`SELECT user_id AS "userId", paper_id AS "paperId", kind FROM vote_events ORDER BY id`),
  ],
});

async function hold(sql: postgres.Sql, vote: { userId: string; paperId: PaperId }, facts: Facts): Promise<void> {
  const { userId, paperId } = vote;
  await sql`
    INSERT INTO author_claims (user_id, paper_id, status)
    VALUES (${userId}, ${paperId}, ${facts['claimed-author'] ? 'approved' : 'rejected'})
    ON CONFLICT (user_id, paper_id) DO UPDATE SET status = excluded.status`;
  await sql`DELETE FROM submissions WHERE user_id = ${userId} AND paper_id = ${paperId}`;
  if (facts['own-submission']) {
    await sql`
      INSERT INTO submissions (id, paper_id, user_id, status, day, settled_at)
      VALUES (${newObjectId()}, ${paperId}, ${userId}, 'listed', '2026-01-06', now())`;
  }
  await sql`UPDATE users SET suspended_at = ${facts.suspended ? new Date() : null} WHERE id = ${userId}`;
  await sql`
    UPDATE vote_rings SET undone_at = now()
    WHERE id IN (SELECT ring_id FROM vote_ring_votes WHERE user_id = ${userId} AND paper_id = ${paperId})`;
  if (!facts['suspected-ring']) return;
  await sql`
    WITH ring AS (INSERT INTO vote_rings (rule, evidence) VALUES ('young-burst', '{}') RETURNING id)
    INSERT INTO vote_ring_votes (ring_id, user_id, paper_id) SELECT id, ${userId}, ${paperId} FROM ring`;
}

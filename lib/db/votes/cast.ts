import type postgres from 'postgres';
import type { Ballot, Reason, VoteKey, VoteStore } from '@/src/votes';
import { stateOf } from '@/src/votes';
import { untilKnown } from '../until-known';
import { judgedReason } from './judged-reason';

type Stand = { upvotes: number; votes: number; voted: boolean; reason: Reason | null };

/**
 * One statement, one transaction: the vote, its line in the history, and by trigger the paper's count and the notice to
 * all processes. Two at the same time for one person and paper meet at the primary key.
 */
export const setVote = (
  sql: postgres.Sql,
  { userId, paperId, at }: VoteKey & { at: Date },
): ReturnType<VoteStore['set']> =>
  untilKnown(async () => {
    try {
      const [found] = await sql<{ withdrawn: boolean; changed: boolean }[]>`
        WITH paper AS (SELECT id, withdrawn FROM papers WHERE id = ${paperId}),
        made AS (
          INSERT INTO votes (paper_id, user_id, reason, created_at)
          SELECT paper.id, ${userId}, ${judgedReason(sql, { user: sql`${userId}`, paper: sql`paper.id` })}, ${at}
          FROM paper WHERE NOT paper.withdrawn
          ON CONFLICT DO NOTHING RETURNING paper_id, user_id, created_at
        ),
        logged AS (
          INSERT INTO vote_events (user_id, paper_id, kind, at) SELECT user_id, paper_id, 'set', created_at FROM made
        )
        SELECT paper.withdrawn, EXISTS (SELECT FROM made) AS changed FROM paper`;
      if (found === undefined) return 'no-paper';
      const stand = await standOf(sql, { userId, paperId });
      if (stand === undefined) return 'no-paper';
      return found.withdrawn && !stand.voted ? 'withdrawn-paper' : ballot(stand, found.changed);
    } catch (error) {
      const broken = brokenReference(error);
      if (broken === undefined) throw error;
      return broken === 'votes_user_id_fkey' ? 'no-person' : 'no-paper';
    }
  });

export const withdrawVote = (
  sql: postgres.Sql,
  { userId, paperId, at }: VoteKey & { at: Date },
): ReturnType<VoteStore['withdraw']> =>
  untilKnown(async () => {
    const gone = await sql`
      WITH gone AS (DELETE FROM votes WHERE paper_id = ${paperId} AND user_id = ${userId} RETURNING paper_id, user_id)
      INSERT INTO vote_events (user_id, paper_id, kind, at) SELECT user_id, paper_id, 'withdrawn', ${at} FROM gone`;
    const stand = await standOf(sql, { userId, paperId });
    return stand === undefined ? 'no-paper' : ballot(stand, gone.count > 0);
  });

// By its code: a process may hold two copies of the client, so the class tells nothing.
function brokenReference(error: unknown): string | undefined {
  const isBroken = error instanceof Error && 'code' in error && error.code === '23503';
  return isBroken && 'constraint_name' in error ? String(error.constraint_name) : undefined;
}

async function standOf(sql: postgres.Sql, { userId, paperId }: VoteKey): Promise<Stand | undefined> {
  const [stand] = await sql<Stand[]>`
    SELECT p.upvotes, p.votes, v.user_id IS NOT NULL AS voted, v.reason
    FROM papers p LEFT JOIN votes v ON v.paper_id = p.id AND v.user_id = ${userId}
    WHERE p.id = ${paperId}`;
  return stand;
}

const ballot = ({ upvotes, votes, voted, reason }: Stand, changed: boolean): Ballot => ({
  state: stateOf(voted ? { reason } : null),
  changed,
  upvotes,
  votes,
});

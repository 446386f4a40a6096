import type postgres from 'postgres';
import { MODERATION_TAG } from '@/src/shared';
import type { Ring, RingEvidence, RingStore, RingVote } from '@/src/votes';
import { announceChange } from '../announce-change';
import { judgeVotes } from './judge';

/** The action and subject under which rings stand in the public log. */
const RING_ACTION = 'take-out-votes';
const RING_SUBJECT = 'ring';

const CLEARED_DAYS = 180;
// Two searches at once would take the same votes out twice.
const RING_LOCK = 72_707_371;

export const ringStore = (sql: postgres.Sql): RingStore => ({
  evidence: (since) => readEvidence(sql, since),
  takeOut: (ring, now) => sql.begin((tx) => takeOut(tx, ring, now)),
  undo: (undo) => sql.begin((tx) => undoRing(tx, undo)),
  judgeAll: () => sql.begin((tx) => judgeVotes(tx)),
});

async function readEvidence(sql: postgres.Sql, since: Date): Promise<RingEvidence> {
  // By when a vote was first set: taking it back and setting it again does not make it young.
  const votes = await sql<RingVote[]>`
    SELECT v.user_id AS "userId", v.paper_id AS "paperId",
      least(v.created_at, (SELECT min(e.at) FROM vote_events e
        WHERE e.user_id = v.user_id AND e.paper_id = v.paper_id AND e.kind = 'set')) AS at
    FROM votes v
    WHERE v.created_at >= ${since} AND v.user_id NOT IN (
      SELECT m.user_id FROM vote_ring_votes m JOIN vote_rings r ON r.id = m.ring_id
      WHERE r.undone_at > now() - make_interval(days => ${CLEARED_DAYS}))
    ORDER BY 1, 2`;
  const people = await sql<{ id: string; createdAt: Date }[]>`
    SELECT id, created_at AS "createdAt" FROM users WHERE id = ANY (${distinct(votes, 'userId')}::text[])`;
  const papers = await sql<{ id: string; authorKeys: string[]; submittedBy: string | null }[]>`
    SELECT p.id, p.author_keys AS "authorKeys", s.user_id AS "submittedBy"
    FROM papers p LEFT JOIN submissions s ON s.live_paper = p.id
    WHERE p.id = ANY (${distinct(votes, 'paperId')}::text[])`;
  return {
    votes,
    people: new Map(people.map(({ id, createdAt }) => [id, { createdAt }])),
    papers: new Map(papers.map(({ id, authorKeys, submittedBy }) => [id, { authorKeys, submittedBy }])),
  };
}

const distinct = (votes: readonly RingVote[], key: 'userId' | 'paperId'): string[] => [
  ...new Set(votes.map((vote) => vote[key])),
];

async function takeOut(tx: postgres.TransactionSql, ring: Ring, now: Date): Promise<number> {
  await tx`SELECT pg_advisory_xact_lock(${RING_LOCK})`;
  // Nobody who is found here, and no paper, goes away in the middle; who went just before has no votes any more.
  await tx`SELECT FROM users WHERE id = ANY (${ring.people}::text[]) ORDER BY id FOR KEY SHARE`;
  await tx`SELECT FROM papers WHERE id = ANY (${ring.papers}::text[]) ORDER BY id FOR KEY SHARE`;
  const named = ring.votes.map(({ userId, paperId }) => ({ user_id: userId, paper_id: paperId }));
  const fresh = await tx<{ user_id: string; paper_id: string }[]>`
    SELECT v.user_id, v.paper_id
    FROM jsonb_to_recordset(${tx.json(named)}) AS n (user_id text, paper_id text)
    JOIN votes v USING (user_id, paper_id)
    WHERE NOT EXISTS (SELECT FROM vote_ring_votes m JOIN vote_rings r ON r.id = m.ring_id
      WHERE m.user_id = v.user_id AND m.paper_id = v.paper_id AND r.undone_at IS NULL)
    ORDER BY 1, 2`;
  if (fresh.length === 0) return 0;
  const { people, papers, sentence } = ring;
  const [row] = await tx<{ id: number }[]>`
    INSERT INTO vote_rings (rule, evidence, found_at) VALUES (${ring.rule}, ${tx.json({ people, papers, sentence })}, ${now})
    RETURNING id`;
  const ringId = row?.id ?? 0;
  await tx`INSERT INTO vote_ring_votes ${tx(fresh.map((vote) => ({ ring_id: ringId, ...vote })))}`;
  await judgeVotes(tx, { userIds: [...new Set(fresh.map((vote) => vote.user_id))] });
  await tx`
    INSERT INTO moderation_log (at, automatic, action, subject_kind, subject_id, reason)
    VALUES (${now}, true, ${RING_ACTION}, ${RING_SUBJECT}, ${String(ringId)}, ${sentence})`;
  await announceChange(tx, [MODERATION_TAG]);
  return fresh.length;
}

/** Undoes a ring in the caller's transaction, log included. */
export async function undoRing(
  tx: postgres.TransactionSql,
  { ringId, actorId, reason, now }: Parameters<RingStore['undo']>[0],
): ReturnType<RingStore['undo']> {
  const [ring] = await tx<{ undone: boolean }[]>`
    SELECT undone_at IS NOT NULL AS undone FROM vote_rings WHERE id = ${ringId} FOR UPDATE`;
  if (!ring) return 'no-ring';
  if (ring.undone) return 'undone-before';
  await tx`UPDATE vote_rings SET undone_at = ${now} WHERE id = ${ringId}`;
  const people = await tx<{ id: string }[]>`
    SELECT DISTINCT user_id AS id FROM vote_ring_votes WHERE ring_id = ${ringId} ORDER BY 1`;
  await judgeVotes(tx, { userIds: people.map(({ id }) => id) });
  await tx`
    UPDATE moderation_log SET undone_at = ${now}
    WHERE action = ${RING_ACTION} AND subject_kind = ${RING_SUBJECT} AND subject_id = ${String(ringId)}`;
  await tx`
    INSERT INTO moderation_log (at, actor_id, action, subject_kind, subject_id, reason)
    VALUES (${now}, ${actorId}, 'put-back-votes', ${RING_SUBJECT}, ${String(ringId)}, ${reason})`;
  await announceChange(tx, [MODERATION_TAG]);
  return 'done';
}

import type postgres from 'postgres';
import type { ClaimDecision, ClaimDeed, ModerationStore, WaitingClaim } from '@/src/moderation';
import { paperTag } from '@/src/shared';
import { announceChange } from '../announce-change';
import { judgeVotes } from '../votes/judge';
import { writeLog } from './log';

const ACTIONS: Record<ClaimDecision, string> = { approved: 'confirm-author', rejected: 'reject-author' };
const OTHER: Record<ClaimDecision, ClaimDecision> = { approved: 'rejected', rejected: 'approved' };
const AUTHORS_SHOWN = 40;

/** Decides on a claim, takes the author's own vote out of the count or puts it back, and writes it down. */
export const decideClaim = (
  sql: postgres.Sql,
  { userId, paperId, to, actorId, reason, now }: ClaimDeed,
): ReturnType<ModerationStore['decideClaim']> =>
  sql.begin(async (tx) => {
    // The person first, as deleting an account does.
    await tx`SELECT FROM users WHERE id = ${userId} FOR KEY SHARE`;
    const [claim] = await tx<{ status: string }[]>`
      SELECT status FROM author_claims WHERE user_id = ${userId} AND paper_id = ${paperId} FOR UPDATE`;
    if (!claim) return 'no-such-claim';
    if (claim.status === to) return 'unchanged';
    await tx`
      UPDATE author_claims SET status = ${to}, decided_at = ${now} WHERE user_id = ${userId} AND paper_id = ${paperId}`;
    await judgeVotes(tx, { userId, paperId });
    await tx`
      UPDATE moderation_log SET undone_at = ${now}
      WHERE undone_at IS NULL AND subject_kind = 'paper' AND subject_id = ${paperId}
        AND action = ${ACTIONS[OTHER[to]]} AND detail ->> 'person' = ${userId}`;
    const subject = { kind: 'paper', id: paperId };
    await writeLog(tx, { actorId, action: ACTIONS[to], subject, reason, now, detail: { person: userId } });
    await announceChange(tx, [paperTag(paperId)]);
    return 'done';
  });

/** Claims that wait, the longest waiting first. */
export async function waitingClaims(
  sql: postgres.Sql,
  { limit, offset }: Parameters<ModerationStore['claims']>[0],
): ReturnType<ModerationStore['claims']> {
  const claims = await sql<WaitingClaim[]>`
    SELECT c.user_id AS "userId", u.handle, u.display_name AS "displayName", c.paper_id AS "paperId",
      p.title_html AS "titleHtml", p.title_text AS "titleText", p.authors[1:${AUTHORS_SHOWN}::int] AS authors,
      cardinality(p.authors) AS "authorCount", c.note, c.created_at AS "createdAt"
    FROM author_claims c JOIN users u ON u.id = c.user_id JOIN papers p ON p.id = c.paper_id
    WHERE c.status = 'pending' AND u.suspended_at IS NULL
    ORDER BY c.created_at, c.user_id, c.paper_id LIMIT ${limit} OFFSET ${offset}`;
  const [counted] = await sql<{ total: number }[]>`
    SELECT count(*)::int AS total FROM author_claims c JOIN users u ON u.id = c.user_id
    WHERE c.status = 'pending' AND u.suspended_at IS NULL`;
  return { claims: [...claims], total: counted?.total ?? 0 };
}

import type postgres from 'postgres';
import { judgedReason } from './judged-reason';

export type JudgeScope = { userId?: string; userIds?: readonly string[]; paperId?: string };

/**
 * Holds stored votes against what is known now, in the caller's transaction: after a suspension, a claim, a submission,
 * a ring found or undone. Returns how many votes got another reason. The people are locked first, as deleting an
 * account does, and all votes before any paper, so call it once a transaction: then no two can wait for each other.
 */
export async function judgeVotes(
  tx: postgres.TransactionSql,
  { userId, userIds, paperId }: JudgeScope = {},
): Promise<number> {
  const people = userIds ?? (userId === undefined ? null : [userId]);
  const scope = tx`
    (${people as string[] | null}::text[] IS NULL OR v.user_id = ANY (${people as string[] | null}::text[]))
    AND (${paperId ?? null}::text IS NULL OR v.paper_id = ${paperId ?? null})
    AND v.reason IS DISTINCT FROM ${judgedReason(tx, { user: tx`v.user_id`, paper: tx`v.paper_id` })}`;
  await tx`
    SELECT FROM users WHERE id IN (SELECT v.user_id FROM votes v WHERE ${scope}) ORDER BY id FOR KEY SHARE`;
  const judged = await tx`
    WITH held AS (SELECT v.user_id, v.paper_id FROM votes v WHERE ${scope} ORDER BY 1, 2 FOR UPDATE)
    UPDATE votes v SET reason = ${judgedReason(tx, { user: tx`v.user_id`, paper: tx`v.paper_id` })}
    FROM held WHERE v.user_id = held.user_id AND v.paper_id = held.paper_id`;
  return judged.count;
}

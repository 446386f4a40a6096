import type postgres from 'postgres';
import { dayTag, LISTS_TAG, paperTag, type UtcDay } from '@/src/shared';
import { announceChange } from '../announce-change';
import { INGEST_WRITE_LOCK } from '../ingest/write-batch';
import { recountFirstListed } from '../ingest/write-listings';
import { judgeVotes } from '../votes/judge';

/**
 * Puts a submitted paper on a day's list, in one transaction with the judgement of the submitter's own vote. It takes
 * ingest's lock first, as ingest does, so that a merge of the same paper's listings neither loses this one nor waits for it
 * in a circle.
 */
export const listPaper = (
  sql: postgres.Sql,
  { id, day, now }: { id: string; day: UtcDay; now: Date },
): Promise<boolean> =>
  sql.begin(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(${INGEST_WRITE_LOCK})`;
    const [listed] = await tx<{ paperId: string; userId: string }[]>`
      UPDATE submissions SET status = 'listed', day = ${day}::date, settled_at = ${now}, problem = NULL
      WHERE id = ${id} AND status = 'pending' RETURNING paper_id AS "paperId", user_id AS "userId"`;
    if (!listed) return false;
    const { paperId, userId } = listed;
    await judgeVotes(tx, { userId, paperId });
    await tx`
      INSERT INTO listings (day, paper_id, categories, picked, source) VALUES (${day}::date, ${paperId}, '{}', true, 'member')
      ON CONFLICT (day, paper_id) DO UPDATE SET picked = true`;
    await recountFirstListed(tx, [paperId]);
    await announceChange(tx, [LISTS_TAG, paperTag(paperId), dayTag(day)]);
    return true;
  });

import { dayTag, LISTS_TAG, paperTag, type UtcDay } from '@/src/shared';
import type { AccountPart } from '../account-parts';
import { announceChange } from '../announce-change';

/** What a person submitted, and is about to. It goes with his row; the papers stay on their lists. */
export const submissionPart: AccountPart = {
  name: 'submissions',
  exportOf: async (sql, userId) => {
    const sent = await sql`
      SELECT paper_id AS "paperId", status, day::text, comment, code_url AS "codeUrl", project_url AS "projectUrl", problem,
        created_at AS "createdAt" FROM submissions WHERE user_id = ${userId} ORDER BY created_at, id`;
    const drafts = await sql`
      SELECT paper_id AS "paperId", comment, code_url AS "codeUrl", project_url AS "projectUrl", updated_at AS "updatedAt"
      FROM submission_drafts WHERE user_id = ${userId} ORDER BY paper_id`;
    return { sent: [...sent], drafts: [...drafts] };
  },

  // The pages of these papers name him.
  async forget(tx, userId) {
    const listed = await tx<{ paperId: string; day: UtcDay }[]>`
      SELECT paper_id AS "paperId", day::text FROM submissions WHERE user_id = ${userId} AND status = 'listed'`;
    if (listed.length === 0) return;
    await announceChange(tx, [LISTS_TAG, ...listed.flatMap(({ paperId, day }) => [paperTag(paperId), dayTag(day)])]);
  },
};

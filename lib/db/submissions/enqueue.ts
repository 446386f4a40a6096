import type postgres from 'postgres';
import type { Enqueued, NewSubmission } from '@/src/submissions';
import { newObjectId } from '../object-id';
import { openSubmissions } from './rows';

// While the one who submits waits for the answer, the job leaves it to him.
const LEFT_ALONE_S = 120;

/**
 * Adds a submission, or says why not. The person's row is locked first, so that those sent at once are counted one after
 * the other and a suspension is seen; two people with the same paper meet at the unique index.
 */
export const enqueue = (
  sql: postgres.Sql,
  { userId, paperId, comment, codeUrl, projectUrl, now }: NewSubmission,
  { dailyCap }: { dailyCap: number },
): Promise<Enqueued> =>
  sql.begin(async (tx): Promise<Enqueued> => {
    const [person] = await tx<{ suspended: boolean }[]>`
      SELECT suspended_at IS NOT NULL AS suspended FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
    if (!person || person.suspended) return { kind: 'suspended' };
    const [taken] = await tx`SELECT FROM submissions WHERE live_paper = ${paperId}`;
    if (taken) return { kind: 'taken' };
    const [today] = await tx<{ count: number }[]>`
      SELECT count(*)::int AS count FROM submissions
      WHERE user_id = ${userId} AND created_at > ${now}::timestamptz - interval '1 day'`;
    if ((today?.count ?? 0) >= dailyCap) return { kind: 'daily-cap' };
    const id = newObjectId();
    const added = await tx`
      INSERT INTO submissions (id, paper_id, user_id, comment, code_url, project_url, created_at, next_try_at)
      VALUES (${id}, ${paperId}, ${userId}, ${comment}, ${codeUrl}, ${projectUrl}, ${now},
        ${now}::timestamptz + make_interval(secs => ${LEFT_ALONE_S}))
      ON CONFLICT (live_paper) DO NOTHING`;
    if (added.count === 0) return { kind: 'taken' };
    const [submission] = await openSubmissions(tx, tx`s.id = ${id}`);
    if (!submission) throw new Error(`The submission ${id} was stored and is not there.`);
    return { kind: 'queued', submission };
  });

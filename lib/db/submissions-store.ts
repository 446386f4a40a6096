import type postgres from 'postgres';
import { checkRecord } from '@/src/ingest';
import type { OwnSubmission, SubmissionDraft, SubmissionStore } from '@/src/submissions';
import type { RenderAll } from './ingest/prepare-batch';
import { storeBatch } from './ingest/store-batch';
import { limit } from './rate-limit';
import { enqueue } from './submissions/enqueue';
import { knownPaper } from './submissions/known-paper';
import { listPaper } from './submissions/list-paper';
import { openSubmissions } from './submissions/rows';

/** How long a person is told of a submission that was refused. */
const REFUSED_DAYS = 30;

type Tools = { sql: postgres.Sql; carried: string[]; render: RenderAll };

/** Submissions in PostgreSQL. `carried` are the instance's categories, `render` makes of a paper's text what is shown. */
export const submissionStore = ({ sql, carried, render }: Tools): SubmissionStore => ({
  known: (id) => knownPaper(sql, carried, id),

  async keep(record) {
    const checked = checkRecord(record);
    if (!checked.ok) return false;
    return (await storeBatch({ sql, render }, [checked.value])).rejects.length === 0;
  },

  enqueue: (submission, limits) => enqueue(sql, submission, limits),
  list: (listing) => listPaper(sql, listing),

  async postpone(id, { problem, nextTryAt }) {
    await sql`
      UPDATE submissions SET problem = ${problem.slice(0, 500)}, next_try_at = ${nextTryAt}, tries = tries + 1
      WHERE id = ${id} AND status = 'pending'`;
  },

  async refuse(id, { problem, now }) {
    await sql`
      UPDATE submissions SET status = 'refused', problem = ${problem.slice(0, 500)}, settled_at = ${now}
      WHERE id = ${id} AND status = 'pending'`;
  },

  async drop(id) {
    await sql`DELETE FROM submissions WHERE id = ${id} AND status = 'pending'`;
  },

  due: (now, most) =>
    openSubmissions(
      sql,
      sql`s.status = 'pending' AND s.next_try_at <= ${now} AND u.suspended_at IS NULL
        ORDER BY s.next_try_at, s.id LIMIT ${most}`,
    ),

  async own({ userId, paperId }) {
    const [own] = await sql<OwnSubmission[]>`
      SELECT ${ownColumns(sql)} FROM submissions s WHERE s.user_id = ${userId} AND s.paper_id = ${paperId}
      ORDER BY s.created_at DESC, s.id DESC LIMIT 1`;
    return own ?? null;
  },

  unlisted: async (userId, most) => [
    ...(await sql<OwnSubmission[]>`
      SELECT ${ownColumns(sql)} FROM submissions s
      WHERE s.user_id = ${userId} AND s.status <> 'listed'
        AND (s.settled_at IS NULL OR s.settled_at > now() - make_interval(days => ${REFUSED_DAYS}))
      ORDER BY s.created_at DESC, s.id DESC LIMIT ${most}`),
  ],

  async draft({ userId, paperId }) {
    const [draft] = await sql<SubmissionDraft[]>`
      SELECT comment, code_url AS "codeUrl", project_url AS "projectUrl", notice FROM submission_drafts
      WHERE user_id = ${userId} AND paper_id = ${paperId}`;
    return draft ?? null;
  },

  async keepDraft({ userId, paperId }, { comment, codeUrl, projectUrl, notice }) {
    await sql`
      INSERT INTO submission_drafts (user_id, paper_id, comment, code_url, project_url, notice, updated_at)
      VALUES (${userId}, ${paperId}, ${comment}, ${codeUrl}, ${projectUrl}, ${notice}, now())
      ON CONFLICT (user_id, paper_id) DO UPDATE SET comment = excluded.comment, code_url = excluded.code_url,
        project_url = excluded.project_url, notice = excluded.notice, updated_at = now()`;
  },

  async dropDraft({ userId, paperId }) {
    await sql`DELETE FROM submission_drafts WHERE user_id = ${userId} AND paper_id = ${paperId}`;
  },

  limit: (wanted) => limit(sql, wanted),
});

const ownColumns = (sql: postgres.Sql) => sql`
  s.paper_id AS "paperId", s.status, s.day::text, s.problem, s.created_at AS "createdAt", s.next_try_at AS "nextTryAt"`;

import type postgres from 'postgres';
import type { Role } from '@/src/accounts';
import type { PaperId } from '@/src/papers';
import type { OpenSubmission } from '@/src/submissions';

type Sql = postgres.Sql | postgres.TransactionSql;

type Row = Omit<OpenSubmission, 'submitter'> & {
  userId: string;
  handle: string;
  displayName: string;
  role: Role;
  personSince: Date;
};

/** Submissions `s` with their people, narrowed by `which`. */
export async function openSubmissions(sql: Sql, which: postgres.Fragment): Promise<OpenSubmission[]> {
  const rows = await sql<Row[]>`
    SELECT s.id, s.paper_id AS "paperId", s.comment, s.code_url AS "codeUrl", s.project_url AS "projectUrl",
      s.created_at AS "createdAt", s.tries, u.id AS "userId", u.handle, u.display_name AS "displayName", u.role,
      u.created_at AS "personSince"
    FROM submissions s JOIN users u ON u.id = s.user_id WHERE ${which}`;
  return rows.map(({ userId, handle, displayName, role, personSince, ...row }) => ({
    ...row,
    paperId: row.paperId as PaperId,
    submitter: {
      ...{ id: userId, handle, displayName, role, createdAt: personSince },
      // Whoever submitted it did so with the right to write.
      ...{ via: 'session', scopes: ['read', 'write'] },
    },
  }));
}

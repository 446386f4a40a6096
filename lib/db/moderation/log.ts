import type postgres from 'postgres';
import type { LogEntry, ModerationStore } from '@/src/moderation';
import { MODERATION_TAG } from '@/src/shared';
import { announceChange } from '../announce-change';

type Sql = postgres.Sql | postgres.TransactionSql;
type Line = {
  actorId: string;
  action: string;
  subject: { kind: string; id: string };
  reason: string;
  now: Date;
  detail?: postgres.JSONValue;
};

/** Adds a line to the public log, in the transaction that does what it says. */
export async function writeLog(tx: postgres.TransactionSql, line: Line): Promise<void> {
  const { actorId, action, subject, reason, now, detail = {} } = line;
  await tx`
    INSERT INTO moderation_log (at, actor_id, action, subject_kind, subject_id, reason, detail)
    VALUES (${now}, ${actorId}, ${action}, ${subject.kind}, ${subject.id}, ${reason}, ${tx.json(detail)})`;
  await announceChange(tx, [MODERATION_TAG]);
}

/** Marks lines as undone: that one, or all of an action on a subject. */
export async function markUndone(
  tx: postgres.TransactionSql,
  which: { action: string; subject: { kind: string; id: string }; entry?: number; now: Date },
): Promise<void> {
  await tx`
    UPDATE moderation_log SET undone_at = ${which.now}
    WHERE undone_at IS NULL AND action = ${which.action} AND subject_kind = ${which.subject.kind}
      AND subject_id = ${which.subject.id} AND (${which.entry ?? null}::int IS NULL OR id = ${which.entry ?? null})`;
}

type Row = Omit<LogEntry, 'actor'> & { handle: string | null };

const toEntry = ({ handle, ...row }: Row): LogEntry => ({ ...row, actor: handle === null ? null : { handle } });

const columns = (sql: Sql) => sql`
  l.id, l.at, l.automatic, l.action, l.subject_kind AS "subjectKind", l.subject_id AS "subjectId", l.reason, l.detail,
  l.undone_at AS "undoneAt", a.handle,
  CASE l.subject_kind
    WHEN 'paper' THEN (SELECT p.title_text FROM papers p WHERE p.id = l.subject_id)
    WHEN 'comment' THEN (SELECT p.title_text FROM comments c JOIN papers p ON p.id = c.paper_id WHERE c.id = l.subject_id)
    WHEN 'user' THEN (SELECT u.handle FROM users u WHERE u.id = l.subject_id)
    WHEN 'ring' THEN (SELECT 'ring ' || r.id FROM vote_rings r WHERE r.id::text = l.subject_id)
  END AS "subjectName",
  CASE l.subject_kind WHEN 'comment' THEN (SELECT c.paper_id FROM comments c WHERE c.id = l.subject_id) END AS "subjectPaper"`;

export const readLog: (sql: Sql, query: Parameters<ModerationStore['log']>[0]) => ReturnType<ModerationStore['log']> =
  async (sql, { limit, offset, subject }) => {
    const about = subject ? sql`l.subject_kind = ${subject.kind} AND l.subject_id = ${subject.id}` : sql`TRUE`;
    const rows = await sql<Row[]>`
      SELECT ${columns(sql)} FROM moderation_log l LEFT JOIN users a ON a.id = l.actor_id
      WHERE ${about} ORDER BY l.at DESC, l.id DESC LIMIT ${limit} OFFSET ${offset}`;
    const [counted] = await sql<
      { total: number }[]
    >`SELECT count(*)::int AS total FROM moderation_log l WHERE ${about}`;
    return { entries: rows.map(toEntry), total: counted?.total ?? 0 };
  };

export async function findEntry(sql: Sql, id: number): Promise<LogEntry | null> {
  const [row] = await sql<Row[]>`
    SELECT ${columns(sql)} FROM moderation_log l LEFT JOIN users a ON a.id = l.actor_id WHERE l.id = ${id}`;
  return row ? toEntry(row) : null;
}

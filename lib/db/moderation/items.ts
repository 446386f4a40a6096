import type postgres from 'postgres';
import type { Item, ItemKind, ItemRef, ModerationStore, QueuedItem } from '@/src/moderation';

type Row = {
  kind: ItemKind;
  id: string;
  queued_at: Date | null;
  paper_id: string;
  title_html: string;
  title_text: string;
  paper_hidden: boolean;
  locked: boolean;
  comment_id: string | null;
  body_html: string | null;
  deleted: boolean;
  comment_hidden: boolean;
  created_at: Date | null;
  author_id: string | null;
  handle: string | null;
  flags: Item['flags'] | null;
};

const items = (sql: postgres.Sql, refs: postgres.Fragment) => sql<Row[]>`
  SELECT q.kind, q.id, q.queued_at, p.id AS paper_id, p.title_html, p.title_text, p.hidden AS paper_hidden,
    p.comments_locked AS locked, c.id AS comment_id, c.body_html, c.deleted_at IS NOT NULL AS deleted,
    c.hidden_at IS NOT NULL AS comment_hidden, c.created_at, u.id AS author_id, u.handle,
    (SELECT json_agg(f) FROM (
      SELECT reason, count(*)::int AS count FROM flags
      WHERE subject_kind = q.kind AND subject_id = q.id AND settled_at IS NULL GROUP BY reason ORDER BY 2 DESC, 1
    ) f) AS flags
  FROM (${refs}) q
  LEFT JOIN comments c ON q.kind = 'comment' AND c.id = q.id
  JOIN papers p ON p.id = CASE q.kind WHEN 'paper' THEN q.id ELSE c.paper_id END
  LEFT JOIN users u ON u.id = c.author_id
  ORDER BY q.queued_at, q.kind, q.id`;

const toItem = (row: Row): Item => ({
  kind: row.kind,
  id: row.id,
  paper: { id: row.paper_id, titleHtml: row.title_html, titleText: row.title_text },
  hidden: row.comment_id === null ? row.paper_hidden : row.comment_hidden,
  locked: row.locked,
  comment:
    row.comment_id === null
      ? null
      : {
          bodyHtml: row.body_html ?? '',
          deleted: row.deleted,
          createdAt: row.created_at ?? new Date(0),
          author: row.author_id === null ? null : { id: row.author_id, handle: row.handle ?? '' },
        },
  flags: row.flags ?? [],
});

export async function findItem(sql: postgres.Sql, { kind, id }: ItemRef): Promise<Item | null> {
  const [row] = await items(sql, sql`SELECT ${kind}::text AS kind, ${id}::text AS id, NULL::timestamptz AS queued_at`);
  return row ? toItem(row) : null;
}

export const readQueue: (
  sql: postgres.Sql,
  slice: Parameters<ModerationStore['queue']>[0],
) => ReturnType<ModerationStore['queue']> = async (sql, { limit, offset }) => {
  const rows = await items(
    sql,
    sql`
      SELECT subject_kind AS kind, subject_id AS id, queued_at FROM moderation_queue WHERE settled_at IS NULL
      ORDER BY queued_at, subject_kind, subject_id LIMIT ${limit} OFFSET ${offset}`,
  );
  const [counted] = await sql<{ total: number }[]>`
    SELECT count(*)::int AS total FROM moderation_queue WHERE settled_at IS NULL`;
  const queued = rows.map((row): QueuedItem => ({ ...toItem(row), queuedAt: row.queued_at ?? new Date(0) }));
  return { items: queued, total: counted?.total ?? 0 };
};

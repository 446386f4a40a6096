import type postgres from 'postgres';
import type { PaperId } from '@/src/papers';
import type { UtcDay } from '@/src/shared';

export type Planned = { webhookId: string; messageId: string; event: string; body: string };

/**
 * A transaction that began earlier may commit later, and the search index may lag: what is new is looked for further back, and
 * told once all the same.
 */
const OVERLAP = '2 hours';
/** A search that fails whenever it is asked must not make every run look back for ever. */
const FURTHEST = '3 days';
const KEY = 'webhooks.planned';

/** From when on things are new; the first time, from now. */
export async function newSince(sql: postgres.Sql): Promise<Date> {
  await sql`INSERT INTO instance_facts (key, value) VALUES (${KEY}, now()::text) ON CONFLICT DO NOTHING`;
  const [row] = await sql<[{ since: Date }]>`
    SELECT greatest(value::timestamptz - ${OVERLAP}::interval, now() - ${FURTHEST}::interval) AS since FROM instance_facts WHERE key = ${KEY}`;
  return row.since;
}

/** Puts messages into the outbox, each once, and remembers up to when everything was looked at; null leaves that as it was. */
export const enqueue = (sql: postgres.Sql, messages: readonly Planned[], upTo: Date | null): Promise<number> =>
  sql.begin(async (tx) => {
    const rows =
      messages.length === 0
        ? []
        : await tx`
      INSERT INTO webhook_deliveries (webhook_id, message_id, event, body)
      SELECT m."webhookId", m."messageId", m.event, m.body
      FROM jsonb_to_recordset(${tx.json(messages as never)}) AS m("webhookId" text, "messageId" text, event text, body text)
      JOIN webhooks w ON w.id = m."webhookId" AND w.disabled_at IS NULL
      ON CONFLICT (webhook_id, message_id) DO NOTHING RETURNING 1`;
    if (upTo) await tx`UPDATE instance_facts SET value = ${upTo.toISOString()}, at = now() WHERE key = ${KEY}`;
    return rows.length;
  });

export type DayHook = { webhookId: string; listedAt: Date };

/** Who is to be told of a day's list: whoever's webhook was there before the list. */
export const dayHooks = async (sql: postgres.Sql, day: UtcDay): Promise<DayHook[]> => [
  ...(await sql<DayHook[]>`
    SELECT w.id AS "webhookId", l.since AS "listedAt"
    FROM (SELECT min(listed_at) AS since FROM listings WHERE day = ${day}::date) l, webhooks w
    WHERE w.disabled_at IS NULL AND 'day.published' = ANY (w.events) AND w.starts_at < l.since`),
];

export type NewReply = {
  webhookId: string;
  id: string;
  paperId: PaperId;
  title: string;
  body: string;
  handle: string | null;
  parentId: string;
  createdAt: Date;
};

/** Replies for those whose comments were replied to, and for the instance. */
export const newReplies = async (sql: postgres.Sql, since: Date): Promise<NewReply[]> => [
  ...(await sql<NewReply[]>`
    SELECT w.id AS "webhookId", c.id, c.paper_id AS "paperId", p.title_text AS title, c.body, u.handle,
      c.parent_id AS "parentId", c.created_at AS "createdAt"
    FROM comments c JOIN comments parent ON parent.id = c.parent_id JOIN papers p ON p.id = c.paper_id
    JOIN webhooks w ON w.user_id IS NULL OR (w.user_id = parent.author_id AND c.author_id IS DISTINCT FROM parent.author_id)
    LEFT JOIN users u ON u.id = c.author_id
    WHERE c.created_at > ${since} AND NOT p.hidden AND c.hidden_at IS NULL AND c.deleted_at IS NULL
      AND w.disabled_at IS NULL AND 'comment.replied' = ANY (w.events) AND w.starts_at <= c.created_at
    ORDER BY c.created_at LIMIT 5000`),
];

export type SearchHook = { webhookId: string; startsAt: Date; searchId: string; query: string };

export const searchHooks = async (sql: postgres.Sql): Promise<SearchHook[]> => [
  ...(await sql<SearchHook[]>`
    SELECT w.id AS "webhookId", w.starts_at AS "startsAt", s.id AS "searchId", s.query FROM webhooks w JOIN saved_searches s ON s.user_id = w.user_id
    WHERE w.disabled_at IS NULL AND 'search.matched' = ANY (w.events) ORDER BY s.query, w.id LIMIT 5000`),
];

export type NewPaper = { id: PaperId; title: string; authors: string[]; at: Date };

/** Papers that came since, and are new in the world as well: an archive that is imported is no news. */
export const newPapers = async (sql: postgres.Sql, since: Date): Promise<NewPaper[]> => [
  ...(await sql<NewPaper[]>`
    SELECT id, title_text AS title, authors[1:20] AS authors, created_at AS at FROM papers
    WHERE created_at > ${since} AND published_at > now() - interval '14 days' AND NOT withdrawn AND NOT hidden
    ORDER BY published_at DESC LIMIT 5000`),
];

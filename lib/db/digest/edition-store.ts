import type postgres from 'postgres';
import type { DeliveryRow, EditionRow, EditionStore, StateCounts } from '@/src/digest';
import { readHealth } from './health';

type Row = Omit<EditionRow, 'counts'> & StateCounts;

// Counted from the ledger itself, over an index that holds nothing else.
const editionColumns = (sql: postgres.Sql) => sql`
  e.id, e.kind, e.day::text AS day, e.planned_at AS "plannedAt", c.*,
  (SELECT max(d.finished_at) FROM digest_deliveries d WHERE d.edition_id = e.id AND d.state = 'sent') AS "lastAt"
  FROM digest_editions e, LATERAL (
    SELECT count(*) FILTER (WHERE d.state = 'queued')::int AS queued,
      count(*) FILTER (WHERE d.state = 'sending')::int AS sending, count(*) FILTER (WHERE d.state = 'sent')::int AS sent,
      count(*) FILTER (WHERE d.state = 'failed')::int AS failed,
      count(*) FILTER (WHERE d.state = 'suppressed')::int AS suppressed,
      count(*) FILTER (WHERE d.state = 'skipped')::int AS skipped
    FROM digest_deliveries d WHERE d.edition_id = e.id
  ) c`;

const toEdition = ({ queued, sending, sent, failed, suppressed, skipped, ...row }: Row): EditionRow => ({
  ...row,
  counts: { queued, sending, sent, failed, suppressed, skipped },
});

/** The ledger of editions in PostgreSQL, for those who watch over it. */
export const editionStore = (sql: postgres.Sql): EditionStore => ({
  async editions(limit) {
    const rows = await sql<Row[]>`SELECT ${editionColumns(sql)} ORDER BY e.day DESC, e.id DESC LIMIT ${limit}`;
    return rows.map(toEdition);
  },

  async edition(id) {
    const [row] = await sql<Row[]>`SELECT ${editionColumns(sql)} WHERE e.id = ${id}`;
    return row ? toEdition(row) : null;
  },

  deliveries: (editionId, { state, limit, offset }) => sql<DeliveryRow[]>`
    SELECT d.id::text AS id, d.state, s.email, d.queued_at AS "queuedAt", d.attempted_at AS "attemptedAt",
      CASE WHEN d.state = 'queued' THEN d.run_at END AS "nextAt", d.attempts, d.papers, d.answer
    FROM digest_deliveries d LEFT JOIN subscribers s ON s.id = d.subscriber_id
    WHERE d.edition_id = ${editionId} AND d.state = ${state} ORDER BY d.id DESC LIMIT ${limit} OFFSET ${offset}`,

  // Only where no later edition of the reader's has gone out or is on its way: that one held the papers of this one.
  async retry(editionId, deliveryId) {
    const put = await sql`
      UPDATE digest_deliveries d
      SET state = 'queued', finished_at = NULL, attempts = 0, queued_at = clock_timestamp(), run_at = clock_timestamp(),
        answer = left('Tried again by an administrator. ' || d.answer, 1000)
      FROM subscribers s
      WHERE d.edition_id = ${editionId} AND d.state = 'failed' AND s.id = d.subscriber_id AND s.status = 'active'
        AND (${deliveryId ?? null}::bigint IS NULL OR d.id = ${deliveryId ?? null}::bigint)
        AND (s.covered_until IS NULL OR s.covered_until < d.window_to)
        AND NOT EXISTS (SELECT FROM digest_deliveries o WHERE o.subscriber_id = d.subscriber_id
          AND (o.state IN ('queued', 'sending') OR (o.state = 'failed' AND o.id > d.id)))`;
    return put.count;
  },

  health: (now, since) => readHealth(sql, now, since),
});

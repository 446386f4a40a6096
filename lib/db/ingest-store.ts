import type postgres from 'postgres';
import type { IngestStore } from '@/src/ingest';
import { LISTS_TAG, paperTag } from '@/src/shared';
import { announceChange } from './announce-change';
import { missingAnnounced, saveAnnouncement } from './ingest/announcements';
import type { RenderAll } from './ingest/prepare-batch';
import { renderStale } from './ingest/render-stale';
import { runLedger } from './ingest/run-ledger';
import { countPapers, removeSampleOnceReal } from './ingest/sample-edition';
import { rehearseBatch, storeBatch } from './ingest/store-batch';

export type { RenderAll } from './ingest/prepare-batch';

/** Ingest's store in PostgreSQL. `render` turns text into what is shown; workers or the caller's own thread. */
export function ingestStore({ sql, render }: { sql: postgres.Sql; render: RenderAll }): IngestStore {
  const tools = { sql, render };
  return {
    ...runLedger(sql),
    storeBatch: (records) => storeBatch(tools, records),
    rehearseBatch: (records) => rehearseBatch(tools, records),
    saveAnnouncement: (announcement) => saveAnnouncement(sql, announcement),
    missingAnnounced: (since, limit) => missingAnnounced(sql, since, limit),
    removeSampleOnceReal: () => removeSampleOnceReal(sql),
    countPapers: () => countPapers(sql),
    renderStale: (limit) => renderStale(tools, limit),

    async markRemoved(id) {
      return await sql.begin(async (tx) => {
        const marked = await tx`UPDATE papers SET withdrawn = true, content_hash = content_hash || '-removed',
          changed_at = CURRENT_TIMESTAMP WHERE id = ${id} AND NOT withdrawn`;
        if (marked.count > 0) await announceChange(tx, [LISTS_TAG, paperTag(id)]);
        return marked.count > 0;
      });
    },

    async readCursor(source, scope) {
      const [row] = await sql<{ state: unknown }[]>`
        SELECT state FROM ingest_cursors WHERE source = ${source} AND scope = ${scope}`;
      return row?.state;
    },

    async saveCursor(source, scope, state) {
      await sql`
        INSERT INTO ingest_cursors (source, scope, state) VALUES (${source}, ${scope}, ${sql.json(state as postgres.JSONValue)})
        ON CONFLICT (source, scope) DO UPDATE SET state = excluded.state, updated_at = CURRENT_TIMESTAMP`;
    },

    async papersWithoutCategories(limit) {
      const rows = await sql<{ id: string }[]>`
        SELECT id FROM papers WHERE categories = '{}' AND NOT sample ORDER BY first_listed DESC NULLS LAST, id DESC LIMIT ${limit}`;
      return rows.map(({ id }) => id);
    },
  };
}

import type postgres from 'postgres';
import type { StaleComment, StaleCommentStore } from '@/src/comments';
import { commentStore } from '../comments-store';

/** Comments to be rendered again, in PostgreSQL. The trigger tells all processes which papers' pages changed. */
export const staleCommentStore = (sql: postgres.Sql): StaleCommentStore => ({
  stale: async (version, limit) => [
    ...(await sql<StaleComment[]>`
      SELECT id, body FROM comments WHERE render_version < ${version} AND deleted_at IS NULL ORDER BY id LIMIT ${limit}`),
  ],

  knownHandles: (handles) => commentStore(sql).knownHandles(handles),

  async replaceRendered(comments) {
    const rows = comments.map(({ id, body, bodyHtml, renderVersion }) => ({ id, body, bodyHtml, renderVersion }));
    // Locked in one order, so that two processes at it do not wait for each other.
    await sql`
      WITH held AS (
        SELECT c.id, r."bodyHtml", r."renderVersion" FROM comments c
        JOIN jsonb_to_recordset(${sql.json(rows)}) AS r (id text, body text, "bodyHtml" text, "renderVersion" int)
          ON r.id = c.id AND r.body = c.body AND c.render_version < r."renderVersion"
        ORDER BY c.id FOR UPDATE OF c
      )
      UPDATE comments c SET body_html = held."bodyHtml", render_version = held."renderVersion" FROM held WHERE c.id = held.id`;
  },
});

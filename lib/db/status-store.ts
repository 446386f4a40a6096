import type postgres from 'postgres';
import type { AnnouncedDay, RunRow, StatusStore } from '@/src/ingest';
import type { UtcDay } from '@/src/shared';

/** What the status page reads, in PostgreSQL. `carried` are the instance's categories. */
export const statusStore = (sql: postgres.Sql, carried: readonly string[]): StatusStore => ({
  async announcedDays(from) {
    return await sql<AnnouncedDay[]>`
      SELECT a.day::text AS day, a.category, a.new_count + a.cross_count AS announced, a.ids_hash AS "idsHash",
        ARRAY(SELECT i.id FROM unnest(a.paper_ids) AS i (id)
              WHERE NOT EXISTS (SELECT FROM listings l WHERE l.paper_id = i.id AND l.day = a.day AND l.announced IS NOT NULL)
              ORDER BY i.id) AS missing
      FROM announcements a
      WHERE a.day >= ${from} AND a.category = ANY (${carried as string[]})
      ORDER BY a.day DESC, a.category`;
  },

  async storedCounts({ from, to }) {
    return await sql<{ day: UtcDay; category: string; stored: number }[]>`
      SELECT l.day::text AS day, c.category, count(*)::int AS stored
      FROM listings l JOIN papers p ON p.id = l.paper_id, unnest(p.categories) AS c (category)
      WHERE l.day BETWEEN ${from} AND ${to} AND l.announced IN ('new', 'cross') AND c.category = ANY (${carried as string[]})
      GROUP BY l.day, c.category`;
  },

  async latestRuns(limit) {
    return await sql<RunRow[]>`
      SELECT id, source, arguments, status, started_at AS "startedAt", heartbeat_at AS "heartbeatAt",
        finished_at AS "finishedAt", seen, created, updated, unchanged, rejected, error, warnings
      FROM ingest_runs ORDER BY started_at DESC, id DESC LIMIT ${limit}`;
  },

  async lastSuccess() {
    const [row] = await sql<{ at: Date | null }[]>`
      SELECT max(finished_at) AS at FROM ingest_runs WHERE status = 'succeeded' AND source <> 'sample'`;
    return row?.at ?? null;
  },

  async firstRun() {
    const [row] = await sql<{ at: Date | null }[]>`SELECT min(started_at) AS at FROM ingest_runs`;
    return row?.at ?? null;
  },

  async samplePapers() {
    const [row] = await sql<{ count: number }[]>`SELECT count(*)::int AS count FROM papers WHERE sample`;
    return row?.count ?? 0;
  },
});

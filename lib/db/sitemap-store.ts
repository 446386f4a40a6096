import type postgres from 'postgres';
import type { PaperId } from '@/src/papers';

/** A sitemap holds at most 50,000 addresses (https://www.sitemaps.org/protocol.html); days need some of them. */
export const MOST_IN_FILE = 45_000;

export type MappedMonth = { month: string; papers: number };
export type MappedPaper = { id: PaperId; changed: string };

const begin = (month: string): string => `${month}-01T00:00:00Z`;

/** What search engines are told of. Months are those in which papers were published, in UTC. */
export const sitemapStore = (sql: postgres.Sql) => ({
  /** Steps through the index from one month to the one before it, so that only dates are read. */
  months: async (): Promise<MappedMonth[]> => [
    ...(await sql<MappedMonth[]>`
      WITH RECURSIVE months AS (
        SELECT date_trunc('month', max(published_at), 'UTC') AS month FROM papers WHERE NOT withdrawn
        UNION ALL
        SELECT date_trunc('month', (SELECT max(published_at) FROM papers WHERE NOT withdrawn AND published_at < months.month), 'UTC')
        FROM months WHERE month IS NOT NULL
      )
      SELECT to_char(month AT TIME ZONE 'UTC', 'YYYY-MM') AS month,
        (SELECT count(*)::int FROM papers p WHERE NOT p.withdrawn
          AND p.published_at >= months.month AND p.published_at < months.month + interval '1 month') AS papers
      FROM months WHERE month IS NOT NULL ORDER BY month DESC`),
  ],
  /** Part `part`, from 0, of a month's papers. `changed` is the day on which the paper's text last changed. */
  papers: async (month: string, part: number): Promise<MappedPaper[]> => [
    ...(await sql<MappedPaper[]>`
      SELECT id, to_char(greatest(published_at, revised_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS changed FROM papers
      WHERE NOT withdrawn AND NOT hidden AND published_at >= ${begin(month)}::timestamptz
        AND published_at < ${begin(month)}::timestamptz + interval '1 month'
      ORDER BY published_at, id LIMIT ${MOST_IN_FILE} OFFSET ${part * MOST_IN_FILE}`),
  ],
});

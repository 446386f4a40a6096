import type postgres from 'postgres';
import { aListing, storeListings } from '../factories/listing';
import { aPaper, type PaperRow, storePapers } from '../factories/paper';

/** Papers that are on a day's list, today's unless the test says otherwise. */
export async function publish(
  sql: postgres.Sql,
  count: number,
  { day = new Date().toISOString().slice(0, 10), ...over }: Partial<PaperRow> & { day?: string } = {},
): Promise<string[]> {
  const papers = Array.from({ length: count }, (_, at) => aPaper({ upvotes: count - at, ...over }));
  await storePapers(sql, papers);
  await storeListings(
    sql,
    papers.map(({ id }) => aListing({ paper_id: id, day })),
  );
  return papers.map(({ id }) => id);
}

/** Many confirmed readers whose hour has come, written by the database itself. */
export const enrol = (sql: postgres.Sql, count: number, { domain = 'readers.example.org' } = {}) => sql`
  INSERT INTO subscribers (id, email, email_key, status, cadence, zone, papers, confirmed_at, covered_until, next_due_at)
  SELECT lpad(to_hex(n), 24, '0'), 'reader' || n || '@' || ${domain}, 'reader' || n || '@' || ${domain}, 'active', 'daily',
    (ARRAY['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'])[1 + n % 4], 12, now(), now() - interval '2 days', now() - interval '1 minute'
  FROM generate_series(1, ${count}::int) AS n`;

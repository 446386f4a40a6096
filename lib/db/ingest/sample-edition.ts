import type postgres from 'postgres';
import { announceChange } from '@/lib/db/announce-change';
import { ALL_TAG } from '@/src/shared';

/**
 * Takes the sample edition away as soon as any day's list holds a real paper. What people voted for or discussed stays
 * until the source tells of it: its ids are those of real papers. Returns how many papers went.
 */
export async function removeSampleOnceReal(sql: postgres.Sql): Promise<number> {
  const [found] = await sql<{ sample: boolean }[]>`SELECT EXISTS (SELECT FROM papers WHERE sample) AS sample`;
  if (!found?.sample) return 0;
  return await sql.begin(async (tx) => {
    const gone = await tx`
      DELETE FROM papers s WHERE sample
        AND NOT EXISTS (SELECT FROM votes v WHERE v.paper_id = s.id)
        AND NOT EXISTS (SELECT FROM comments c WHERE c.paper_id = s.id)
        AND EXISTS (
        SELECT FROM listings l JOIN papers p ON p.id = l.paper_id
        WHERE NOT p.sample AND l.source <> 'sample' AND (l.picked OR l.announced IN ('new', 'cross')))`;
    if (gone.count > 0) await announceChange(tx, [ALL_TAG]);
    return gone.count;
  });
}

/** How many papers are stored, real ones and those of the sample edition. */
export async function countPapers(sql: postgres.Sql): Promise<{ real: number; sample: number }> {
  const [row] = await sql<{ real: number; sample: number }[]>`
    SELECT count(*) FILTER (WHERE NOT sample)::int AS real, count(*) FILTER (WHERE sample)::int AS sample FROM papers`;
  return { real: row?.real ?? 0, sample: row?.sample ?? 0 };
}

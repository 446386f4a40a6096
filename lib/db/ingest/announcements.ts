import { createHash } from 'node:crypto';
import type postgres from 'postgres';
import { announceChange } from '@/lib/db/announce-change';
import type { Announcement, MissingPaper } from '@/src/ingest';
import { STATUS_TAG, type UtcDay } from '@/src/shared';

/** Keeps what a source says it announced on a day in a category. Told the same again, it changes nothing. */
export async function saveAnnouncement(sql: postgres.Sql, announcement: Announcement): Promise<void> {
  const { source, day, category, newCount, crossCount, replaceCount, paperIds, allIds } = announcement;
  // Over all ids, so that a batch that repeats shows.
  const idsHash = createHash('sha256').update(allIds.join('\n')).digest('hex').slice(0, 32);
  await sql.begin(async (tx) => {
    const written = await tx`
      INSERT INTO announcements AS a (source, day, category, new_count, cross_count, replace_count, paper_ids, ids_hash)
      VALUES (${source}, ${day}, ${category}, ${newCount}, ${crossCount}, ${replaceCount}, ${paperIds}, ${idsHash})
      ON CONFLICT (source, day, category) DO UPDATE SET new_count = excluded.new_count,
        cross_count = excluded.cross_count, replace_count = excluded.replace_count, paper_ids = excluded.paper_ids,
        ids_hash = excluded.ids_hash, fetched_at = CURRENT_TIMESTAMP
      WHERE a.ids_hash <> excluded.ids_hash`;
    if (written.count > 0) await announceChange(tx, [STATUS_TAG]);
  });
}

/** Papers that were announced since a day and are not on that day's list, the latest days first. */
export async function missingAnnounced(sql: postgres.Sql, since: UtcDay, limit: number): Promise<MissingPaper[]> {
  return await sql<MissingPaper[]>`
    SELECT i.id, a.day::text AS day, array_agg(a.category ORDER BY a.category) AS categories
    FROM announcements a, unnest(a.paper_ids) AS i (id)
    WHERE a.day >= ${since}
      AND NOT EXISTS (SELECT FROM listings l WHERE l.paper_id = i.id AND l.day = a.day AND l.announced IS NOT NULL)
    GROUP BY a.day, i.id
    ORDER BY a.day DESC, i.id
    LIMIT ${limit}`;
}

import type postgres from 'postgres';
import type { Listing } from '@/src/ingest';

export type ListingChange = { paperId: string; before: readonly Listing[]; after: readonly Listing[] };

/** Whether a merge left anything to write. */
export const changesListings = ({ before, after }: ListingChange): boolean =>
  before.length !== after.length || after.some((listing) => !before.some((other) => same(listing, other)));

/** Brings the stored listings of papers from one state to another. */
export async function writeListings(tx: postgres.TransactionSql, changes: readonly ListingChange[]): Promise<void> {
  const kept = changes.flatMap(({ paperId, before, after }) =>
    after.filter((listing) => !before.some((other) => same(listing, other))).map((listing) => row(paperId, listing)),
  );
  const gone = changes.flatMap(({ paperId, before, after }) =>
    before
      .filter(({ day }) => !after.some((listing) => listing.day === day))
      .map(({ day }) => ({ day, paper_id: paperId })),
  );
  if (gone.length > 0) {
    await tx`
      DELETE FROM listings l USING jsonb_to_recordset(${tx.json(gone)}) AS g (day date, paper_id text)
      WHERE l.day = g.day AND l.paper_id = g.paper_id`;
  }
  if (kept.length > 0) {
    await tx`
      INSERT INTO listings (day, paper_id, announced, categories, picked, picked_by, source)
      SELECT * FROM jsonb_to_recordset(${tx.json(kept)})
        AS k (day date, paper_id text, announced text, categories text[], picked boolean, picked_by text, source text)
      ORDER BY day, paper_id
      ON CONFLICT (day, paper_id) DO UPDATE SET announced = excluded.announced, categories = excluded.categories,
        picked = excluded.picked, picked_by = excluded.picked_by, source = excluded.source`;
  }
}

const same = (a: Listing, b: Listing): boolean => JSON.stringify(row('', a)) === JSON.stringify(row('', b));

/** Sets `first_listed` of these papers to the earliest day on which the feed shows them. */
export async function recountFirstListed(tx: postgres.TransactionSql, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx`
    UPDATE papers p SET first_listed = f.day
    FROM (
      SELECT i.id, (SELECT min(l.day) FROM listings l
                    WHERE l.paper_id = i.id AND (l.picked OR l.announced IN ('new', 'cross'))) AS day
      FROM unnest(${ids as string[]}::text[]) AS i (id)
    ) f
    WHERE p.id = f.id AND p.first_listed IS DISTINCT FROM f.day`;
}

const row = (paperId: string, { day, announced, categories, picked, pickedBy, source }: Listing) => ({
  day,
  paper_id: paperId,
  announced: announced ?? null,
  categories,
  picked,
  picked_by: pickedBy ?? null,
  source,
});

import type postgres from 'postgres';
import { announceChange } from '@/lib/db/announce-change';
import { searchOf, writeSearchRows } from '@/lib/db/search/write-rows';
import { firstListed, mergeListings } from '@/src/ingest';
import { ALL_TAG, type CacheTag, dayTag, LISTS_TAG, paperTag } from '@/src/shared';
import type { Prepared } from './prepare-batch';
import { readListings } from './read-known';
import { changesListings, type ListingChange, recountFirstListed, writeListings } from './write-listings';
import { copyNew, replaceChanged } from './write-papers';

// One writing ingest at a time on a database: no two can deadlock, and what one read another cannot have changed unseen.
export const INGEST_WRITE_LOCK = 72_707_370;
// Beyond this many papers it is cheaper for everybody to drop every page than to name them.
const TAGGED_PAPERS = 300;

export type Written = { created: string[]; updated: string[]; outdated: Prepared[] };

/**
 * Writes a prepared batch in one transaction: papers, listings, first days, and the notice of what changed. Papers that
 * somebody else changed since they were read are left alone and handed back as `outdated`.
 */
export async function writeBatch(sql: postgres.Sql, papers: readonly Prepared[]): Promise<Written> {
  return await sql.begin(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(${INGEST_WRITE_LOCK})`;
    const ids = papers.map(({ id }) => id);
    const stored = await tx<{ id: string; hash: string }[]>`
      SELECT id, content_hash AS hash FROM papers WHERE id = ANY (${ids}) ORDER BY id FOR NO KEY UPDATE`;
    const hashes = new Map(stored.map(({ id, hash }) => [id, hash]));
    const current = papers.filter(({ id, baseHash }) => hashes.get(id) === baseHash);
    const outdated = papers.filter(({ id, baseHash }) => hashes.get(id) !== baseHash);

    const before = await readListings(tx, ids);
    const listings = new Map<string, ListingChange>();
    for (const { id, told } of current) {
      const own = before.get(id) ?? [];
      listings.set(id, { paperId: id, before: own, after: told.length > 0 ? mergeListings(own, told) : own });
    }
    const rows = current.flatMap(({ row }) =>
      row ? [{ ...row, firstListed: first(listings.get(row.paper.id)) }] : [],
    );
    const fresh = rows.filter(({ baseHash }) => baseHash === undefined);
    const changed = rows.filter(({ baseHash }) => baseHash !== undefined);
    await copyNew(tx, fresh);
    await replaceChanged(tx, changed);
    await writeSearchRows(tx, searchOf(rows));

    const relisted = [...listings.values()].filter(changesListings);
    await writeListings(tx, relisted);
    const created = fresh.map(({ paper }) => paper.id as string);
    const isNew = new Set(created);
    await recountFirstListed(
      tx,
      relisted.map(({ paperId }) => paperId).filter((id) => !isNew.has(id)),
    );

    const updated = [
      ...new Set([...changed.map(({ paper }) => paper.id), ...relisted.map(({ paperId }) => paperId)]),
    ].filter((id) => !isNew.has(id));
    await announceChange(tx, tagsOf([...created, ...updated], listings));
    return { created, updated, outdated };
  });
}

const first = (change: ListingChange | undefined) => firstListed(change?.after ?? []);

function tagsOf(ids: readonly string[], listings: ReadonlyMap<string, ListingChange>): CacheTag[] {
  if (ids.length === 0) return [];
  if (ids.length > TAGGED_PAPERS) return [ALL_TAG];
  const days = ids.flatMap((id) => {
    const change = listings.get(id);
    return [...(change?.before ?? []), ...(change?.after ?? [])].map(({ day }) => dayTag(day));
  });
  return [LISTS_TAG, ...ids.map(paperTag), ...days];
}

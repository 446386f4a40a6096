import type postgres from 'postgres';
import { announceChange } from '@/lib/db/announce-change';
import { searchOf, writeSearchRows } from '@/lib/db/search/write-rows';
import { RENDER_VERSION } from '@/src/papers';
import { LISTS_TAG, paperTag } from '@/src/shared';
import type { PaperRow } from './paper-columns';
import type { RenderAll } from './prepare-batch';
import { readStale } from './read-known';
import { replaceChanged } from './write-papers';

/** Renders again up to `limit` papers whose text was rendered by an older version, the latest first. Returns how many. */
export async function renderStale(
  { sql, render }: { sql: postgres.Sql; render: RenderAll },
  limit: number,
): Promise<number> {
  const stale = await readStale(sql, { version: RENDER_VERSION, limit });
  if (stale.length === 0) return 0;
  const rendered = await render(stale.map(({ paper }) => paper));
  return await sql.begin(async (tx) => {
    const ids = stale.map(({ paper }) => paper.id);
    const locked = await tx<{ id: string; hash: string }[]>`
      SELECT id, content_hash AS hash FROM papers WHERE id = ANY (${ids}) ORDER BY id FOR NO KEY UPDATE`;
    const hashes = new Map(locked.map(({ id, hash }) => [id, hash]));
    const rows = stale.flatMap(({ paper, hash }, at): PaperRow[] => {
      const result = rendered[at];
      if (!result || 'failed' in result || hashes.get(paper.id) !== hash) return [];
      return [{ paper, hash, baseHash: hash, rendered: result, renderVersion: RENDER_VERSION, firstListed: undefined }];
    });
    await replaceChanged(tx, rows, { sameContent: true });
    await writeSearchRows(tx, searchOf(rows));
    await announceChange(tx, [LISTS_TAG, ...rows.map(({ paper }) => paperTag(paper.id))]);
    return rows.length;
  });
}

import type postgres from 'postgres';
import { BUILT_IN_MODEL } from '@/lib/search/built-in-model';
import type { SearchRow } from '@/lib/search/prepare-search';
import { SEARCH_TAG } from '@/src/shared';
import { announceChange } from '../announce-change';
import { writeSearchRows } from './write-rows';

type Text = { id: string; titleText: string; abstractText: string; hash: string };
type Prepare = (paper: Text) => SearchRow;

// Some ten milliseconds of work, after which others have their turn.
const PAPERS_AT_ONCE = 40;

/**
 * Computes what is missing or was made by an older model, in small batches, and returns how many papers that were.
 * `rest` is awaited between batches.
 */
export async function backfillSearch(
  sql: postgres.Sql,
  prepare: Prepare,
  rest: () => Promise<void> = async () => {},
): Promise<number> {
  let after = '';
  let done = 0;
  for (;;) {
    const papers = await sql<Text[]>`
      SELECT p.id, p.title_text AS "titleText", p.abstract_text AS "abstractText", p.content_hash AS hash
      FROM papers p LEFT JOIN paper_search s ON s.paper_id = p.id
      WHERE p.id > ${after} AND s.model IS DISTINCT FROM ${BUILT_IN_MODEL}
      ORDER BY p.id LIMIT ${PAPERS_AT_ONCE}`;
    const last = papers.at(-1);
    if (last === undefined) return done;
    after = last.id;
    done += await writeUnchanged(
      sql,
      papers.map((paper) => ({ ...paper, search: prepare(paper) })),
    );
    await rest();
  }
}

// A paper that was written meanwhile has got a newer row with it.
async function writeUnchanged(sql: postgres.Sql, rows: readonly (Text & { search: SearchRow })[]): Promise<number> {
  return await sql.begin(async (tx) => {
    const ids = rows.map(({ id }) => id);
    const locked = await tx<{ id: string; hash: string }[]>`
      SELECT id, content_hash AS hash FROM papers WHERE id = ANY (${ids}) ORDER BY id FOR NO KEY UPDATE`;
    const hashes = new Map(locked.map(({ id, hash }) => [id, hash]));
    const unchanged = rows.filter(({ id, hash }) => hashes.get(id) === hash);
    await writeSearchRows(tx, unchanged);
    if (unchanged.length > 0) await announceChange(tx, [SEARCH_TAG]);
    return unchanged.length;
  });
}

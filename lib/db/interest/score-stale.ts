import { setImmediate as turn } from 'node:timers/promises';
import type postgres from 'postgres';
import { announceChange } from '@/lib/db/announce-change';
import { type NamedModel, scorePaper, storedScore } from '@/src/recommend';
import { LISTS_TAG } from '@/src/shared';
import { type CandidateRow, candidateColumns, toCandidate } from './candidates';

const PAPERS_A_BATCH = 500;
const LONGEST_STRETCH_MS = 8;

/**
 * Scores again every paper that another model has scored, or none, batch by batch; how many. A vote or an ingest is never kept
 * waiting: a batch is one short statement, and between papers requests are let through.
 */
export async function scoreStale(sql: postgres.Sql, { name, model }: NamedModel): Promise<number> {
  let scored = 0;
  for (;;) {
    const rows = await sql<(CandidateRow & { id: string })[]>`
      (SELECT id, ${candidateColumns(sql)} FROM papers WHERE interest_model < ${name} LIMIT ${PAPERS_A_BATCH})
      UNION ALL
      (SELECT id, ${candidateColumns(sql)} FROM papers WHERE interest_model > ${name} LIMIT ${PAPERS_A_BATCH})`;
    if (rows.length === 0) return scored;
    const scores: number[] = [];
    let since = performance.now();
    for (const row of rows) {
      scores.push(storedScore(scorePaper(model, toCandidate(row))));
      if (performance.now() - since < LONGEST_STRETCH_MS) continue;
      await turn();
      since = performance.now();
    }
    await sql.begin(async (tx) => {
      // In the order of the ids, as every writer of many papers locks them.
      await tx`
        SELECT FROM papers WHERE id = ANY (${rows.map(({ id }) => id)}::text[]) ORDER BY id FOR NO KEY UPDATE`;
      await tx`
        UPDATE papers p SET interest = s.interest, interest_model = ${name}
        FROM unnest(${rows.map(({ id }) => id)}::text[], ${scores}::integer[]) AS s (id, interest) WHERE p.id = s.id`;
      await announceChange(tx, [LISTS_TAG]);
    });
    scored += rows.length;
  }
}

import postgres from 'postgres';
import type { BatchOutcome, IngestRecord, Reject } from '@/src/ingest';
import { prepareBatch, type RenderAll } from './prepare-batch';
import { writeBatch } from './write-batch';

type Tools = { sql: postgres.Sql; render: RenderAll };

const MOST_TRIES = 8;
const UNIQUE_VIOLATION = '23505';

/**
 * Merges, renders and writes a batch. What another process changed meanwhile is merged again on top of that. A record that
 * the database will not take is found by halving the batch and set aside; its batch-mates are stored.
 */
export async function storeBatch(tools: Tools, records: readonly IngestRecord[], tries = 0): Promise<BatchOutcome> {
  if (records.length === 0) return { created: 0, updated: 0, unchanged: 0, rejects: [] };
  const { papers, rejects } = await prepareBatch(tools.sql, records, tools.render);
  try {
    const { created, updated, outdated } = await writeBatch(tools.sql, papers);
    const again = outdated.flatMap((paper) => paper.records);
    if (again.length > 0 && tries >= MOST_TRIES) throw new Error('Other writers kept changing the same papers.');
    const settled = records.length - again.length - rejects.length;
    const own: BatchOutcome = {
      created: created.length,
      updated: updated.length,
      unchanged: settled - created.length - updated.length,
      rejects,
    };
    return add(own, await storeBatch(tools, again, tries + 1));
  } catch (error) {
    if (isConflict(error) && tries < MOST_TRIES) return await storeBatch(tools, records, tries + 1);
    if (!isBadData(error)) throw error;
    return add(
      { created: 0, updated: 0, unchanged: 0, rejects },
      await halve(
        tools,
        papers.flatMap((paper) => paper.records),
        error,
      ),
    );
  }
}

async function halve(
  tools: Tools,
  records: readonly IngestRecord[],
  error: postgres.PostgresError,
): Promise<BatchOutcome> {
  const [first] = records;
  if (first && records.every(({ facts }) => facts.id === first.facts.id)) {
    const rejects: Reject[] = records.map(({ place, facts }) => ({
      place,
      reason: `the database does not take it: ${error.message}`,
      excerpt: facts.id,
    }));
    return { created: 0, updated: 0, unchanged: 0, rejects };
  }
  const middle = Math.ceil(records.length / 2);
  return add(await storeBatch(tools, records.slice(0, middle)), await storeBatch(tools, records.slice(middle)));
}

/** What `storeBatch` would do, without doing it. */
export async function rehearseBatch(tools: Tools, records: readonly IngestRecord[]): Promise<BatchOutcome> {
  const { papers, rejects } = await prepareBatch(tools.sql, records, tools.render);
  const created = papers.filter(({ row, baseHash }) => row && baseHash === undefined).length;
  const updated = papers.filter(({ row, baseHash }) => row && baseHash !== undefined).length;
  return { created, updated, unchanged: records.length - rejects.length - created - updated, rejects };
}

const add = (a: BatchOutcome, b: BatchOutcome): BatchOutcome => ({
  created: a.created + b.created,
  updated: a.updated + b.updated,
  unchanged: a.unchanged + b.unchanged,
  rejects: [...a.rejects, ...b.rejects],
});

const isConflict = (error: unknown): boolean =>
  error instanceof postgres.PostgresError && error.code === UNIQUE_VIOLATION;

// Classes 22 and 23 (data exception, integrity violation), 54 (limit exceeded): the rows' fault, not the server's.
const isBadData = (error: unknown): error is postgres.PostgresError =>
  error instanceof postgres.PostgresError && /^(22|23|54)/.test(error.code);

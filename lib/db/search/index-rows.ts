import type postgres from 'postgres';
import { BUILT_IN_MODEL } from '@/lib/search/built-in-model';
import type { IndexedPaper } from '@/src/search';
import { copyRows } from './copy-rows';

/** A paper for the index, with the stamps of the rows that it was read from: another stamp, another content. */
export type StampedPaper = IndexedPaper & { facts: number; text: number };

// xmin names the transaction that wrote a row: any change shows, and nothing has to be kept for it.
const COLUMNS = `p.id, (p.published_at AT TIME ZONE 'UTC')::date - DATE '1970-01-01', p.votes,
  (p.hidden::int + 2 * (p.code_url IS NOT NULL)::int + 4 * p.withdrawn::int), array_to_string(p.categories, ' '),
  s.terms, s.vector, p.xmin, s.xmin`;

/** Streams every paper that has its terms and vector of this model; a hundred thousand in about a second. */
export async function eachIndexRow(sql: postgres.Sql, visit: (paper: StampedPaper) => void): Promise<void> {
  const query = sql.unsafe(`COPY (SELECT ${COLUMNS} FROM papers p JOIN paper_search s ON s.paper_id = p.id
    WHERE s.model = '${BUILT_IN_MODEL}') TO STDOUT (FORMAT binary)`);
  await copyRows(await query.readable(), (fields) => visit(paperOf(fields)));
}

/** The same of some papers; those that are gone, or not computed yet, are absent. */
export async function readIndexRows(sql: postgres.Sql, ids: readonly string[]): Promise<StampedPaper[]> {
  const found: StampedPaper[] = [];
  const list = ids.map((id) => `'${id.replaceAll("'", "''")}'`).join(', ');
  const query = sql.unsafe(`COPY (SELECT ${COLUMNS} FROM papers p JOIN paper_search s ON s.paper_id = p.id
    WHERE s.model = '${BUILT_IN_MODEL}' AND p.id IN (${list})) TO STDOUT (FORMAT binary)`);
  await copyRows(await query.readable(), (fields) => found.push(paperOf(fields)));
  return found;
}

function paperOf(fields: (Buffer | null)[]): StampedPaper {
  const [id, day, votes, flags, categories, terms, vector, facts, text] = fields as Buffer[];
  const bits = flags?.readInt32BE() ?? 0;
  return {
    id: id?.toString('latin1') ?? '',
    day: day?.readInt32BE() ?? 0,
    votes: votes?.readInt32BE() ?? 0,
    hidden: (bits & 1) !== 0,
    hasCode: (bits & 2) !== 0,
    withdrawn: (bits & 4) !== 0,
    categories: (categories?.toString('latin1') ?? '').split(' ').filter(Boolean),
    terms: terms ?? new Uint8Array(),
    vector: vector ? new Int8Array(vector.buffer, vector.byteOffset, vector.length) : new Int8Array(),
    facts: facts?.readUInt32BE() ?? 0,
    text: text?.readUInt32BE() ?? 0,
  };
}

/** The stamps of every paper; a paper without terms and vector of this model has none for its text. */
export async function eachStamp(
  sql: postgres.Sql,
  visit: (row: { id: string; facts: number; text: number | undefined }) => void,
): Promise<void> {
  const query = sql.unsafe(`COPY (SELECT p.id, p.xmin, s.xmin FROM papers p LEFT JOIN paper_search s
    ON s.paper_id = p.id AND s.model = '${BUILT_IN_MODEL}') TO STDOUT (FORMAT binary)`);
  await copyRows(await query.readable(), ([id, facts, text]) =>
    visit({ id: id?.toString('latin1') ?? '', facts: facts?.readUInt32BE() ?? 0, text: text?.readUInt32BE() }),
  );
}

import type postgres from 'postgres';
import type { IndexedPaper } from '@/src/search';
import { copyRows } from './copy-rows';
import { type VectorSource, vectorParts } from './vector-source';

/** A paper for the index, with the stamps of the rows that it was read from: another stamp, another content. */
export type StampedPaper = IndexedPaper & { facts: number; text: number };

// xmin names the transaction that wrote a row: any change shows, and nothing has to be kept for it.
const query = (source: VectorSource, where = ''): string => {
  const { vector, stamp, join } = vectorParts(source);
  return `COPY (SELECT p.id, (p.published_at AT TIME ZONE 'UTC')::date - DATE '1970-01-01', p.votes,
    (p.hidden::int + 2 * (p.code_url IS NOT NULL)::int + 4 * p.withdrawn::int), array_to_string(p.categories, ' '),
    s.terms, ${vector}, p.xmin, s.xmin, ${stamp}
    FROM papers p JOIN ${join} ${where}) TO STDOUT (FORMAT binary)`;
};

/** Streams every paper that has its terms and vector; a hundred thousand in about a second. */
export async function eachIndexRow(
  sql: postgres.Sql,
  source: VectorSource,
  visit: (paper: StampedPaper) => void,
): Promise<void> {
  await copyRows(await sql.unsafe(query(source)).readable(), (fields) => visit(paperOf(fields)));
}

/** The same of some papers; those that are gone, or not computed yet, are absent. */
export async function readIndexRows(
  sql: postgres.Sql,
  source: VectorSource,
  ids: readonly string[],
): Promise<StampedPaper[]> {
  const found: StampedPaper[] = [];
  const list = ids.map((id) => `'${id.replaceAll("'", "''")}'`).join(', ');
  const rows = sql.unsafe(query(source, `WHERE p.id IN (${list})`));
  await copyRows(await rows.readable(), (fields) => found.push(paperOf(fields)));
  return found;
}

const stampOf = (text: Buffer | null | undefined, vector: Buffer | null | undefined): number =>
  ((text?.readUInt32BE() ?? 0) ^ Math.imul(vector?.readUInt32BE() ?? 0, 0x9e3779b1)) >>> 0;

function paperOf(fields: (Buffer | null)[]): StampedPaper {
  const [id, day, votes, flags, categories, terms, vector, facts, text, vectorStamp] = fields;
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
    // None: the model has not come to it yet, and only words find it.
    vector: vector ? new Int8Array(vector.buffer, vector.byteOffset, vector.length) : new Int8Array(),
    facts: facts?.readUInt32BE() ?? 0,
    text: stampOf(text, vectorStamp),
  };
}

/** The stamps of every paper; a paper without terms and the built-in vector has none for its text. */
export async function eachStamp(
  sql: postgres.Sql,
  source: VectorSource,
  visit: (row: { id: string; facts: number; text: number | undefined }) => void,
): Promise<void> {
  const { stamp, join } = vectorParts(source);
  const rows = sql.unsafe(
    `COPY (SELECT p.id, p.xmin, s.xmin, ${stamp} FROM papers p LEFT JOIN ${join}) TO STDOUT (FORMAT binary)`,
  );
  await copyRows(await rows.readable(), ([id, facts, text, vector]) =>
    visit({
      id: id?.toString('latin1') ?? '',
      facts: facts?.readUInt32BE() ?? 0,
      text: text ? stampOf(text, vector) : undefined,
    }),
  );
}

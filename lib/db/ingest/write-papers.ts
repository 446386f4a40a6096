import { pipeline } from 'node:stream/promises';
import type postgres from 'postgres';
import { copyLine } from './copy-text';
import { PAPER_COLUMNS, type PaperRow } from './paper-columns';

type Column = (typeof PAPER_COLUMNS)[number];

// Listings come later in the transaction, but a new row that already has its first day is written once, not twice.
const OF_NEW: readonly Column[] = [...PAPER_COLUMNS, { name: 'first_listed', value: (row) => row.firstListed }];
const listOf = (columns: readonly Column[]): string => columns.map(({ name }) => name).join(', ');
const ROWS_A_CHUNK = 50;

/** Streams rows of new papers straight into the table. */
export const copyNew = (tx: postgres.TransactionSql, rows: readonly PaperRow[]): Promise<void> =>
  copyInto(tx, 'papers', OF_NEW, rows);

/** Replaces rows. `sameContent` tells that only the rendering is new. The caller holds the rows' locks. */
export async function replaceChanged(
  tx: postgres.TransactionSql,
  rows: readonly PaperRow[],
  { sameContent = false } = {},
): Promise<void> {
  if (rows.length === 0) return;
  await tx.unsafe(
    `CREATE TEMP TABLE changed_papers ON COMMIT DROP AS SELECT ${listOf(PAPER_COLUMNS)} FROM papers WITH NO DATA`,
  );
  await copyInto(tx, 'changed_papers', PAPER_COLUMNS, rows);
  const set = PAPER_COLUMNS.filter(({ name }) => name !== 'id').map(({ name }) => `${name} = c.${name}`);
  await tx.unsafe(
    `UPDATE papers p SET ${set.join(', ')}${sameContent ? '' : ', changed_at = CURRENT_TIMESTAMP'} FROM changed_papers c WHERE p.id = c.id`,
  );
  await tx.unsafe('DROP TABLE changed_papers');
}

async function copyInto(
  tx: postgres.TransactionSql,
  table: string,
  columns: readonly Column[],
  rows: readonly PaperRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const query = tx.unsafe(`COPY ${table} (${listOf(columns)}) FROM STDIN`);
  const refused = refusalOf(query);
  const into = await query.writable();
  await Promise.race([pipeline(chunks(columns, rows), into), refused]);
}

function* chunks(columns: readonly Column[], rows: readonly PaperRow[]): Generator<Buffer> {
  for (let at = 0; at < rows.length; at += ROWS_A_CHUNK) {
    const lines = rows.slice(at, at + ROWS_A_CHUNK).map((row) => copyLine(columns.map(({ value }) => value(row))));
    yield Buffer.from(lines.join(''));
  }
}

/**
 * postgres.js 3.4 settles a COPY when it begins, so an error that the server raises after the last byte would be lost and the
 * stream would wait for ever. It is still handed to the query's own `reject`.
 */
function refusalOf(query: object): Promise<never> {
  const refused = new Promise<never>((_resolve, reject) => {
    Object.assign(query, { reject });
  });
  refused.catch(() => {});
  return refused;
}

import type postgres from 'postgres';
import type { SearchRow } from '@/lib/search/prepare-search';

type Prepared = { id: string; search: SearchRow | undefined };
type Written = { paper: { id: string }; rendered: { search?: SearchRow } };

/** The rows that go with papers as ingest writes them. */
export const searchOf = (rows: readonly Written[]): Prepared[] =>
  rows.map(({ paper, rendered }) => ({ id: paper.id, search: rendered.search }));

/** Stores what searching needs of papers whose rows the caller has just written or holds locked. */
export async function writeSearchRows(tx: postgres.TransactionSql, rows: readonly Prepared[]): Promise<void> {
  const known = rows.flatMap(({ id, search }) => (search ? [{ id, ...search }] : []));
  // What nobody has computed must not stay as it was for another text; it is made in the background.
  const unknown = rows.flatMap(({ id, search }) => (search ? [] : [id]));
  if (unknown.length > 0) await tx`DELETE FROM paper_search WHERE paper_id = ANY (${unknown})`;
  if (known.length === 0) return;
  await tx`
    INSERT INTO paper_search (paper_id, model, vector, terms)
    SELECT id, model, decode(vector, 'hex'), decode(terms, 'hex')
    FROM unnest(
      ${known.map(({ id }) => id)}::text[], ${known.map(({ model }) => model)}::text[],
      ${known.map(({ vector }) => hex(vector))}::text[], ${known.map(({ terms }) => hex(terms))}::text[]
    ) AS row (id, model, vector, terms)
    ON CONFLICT (paper_id) DO UPDATE
      SET model = excluded.model, vector = excluded.vector, terms = excluded.terms`;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');

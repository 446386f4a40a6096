import type postgres from 'postgres';
import type { FoundElsewhere, SearchRequest } from '@/src/search';
import { bounded } from './bounded';
import { authorQuery } from './lexemes';
import { namedBy } from './matches';

/** Papers that a phrase or a name may leave; the newest where there are more. */
const MOST_PAPERS = 20_000;
const LIMIT_MS = 4_000;
const isPhrase = (text: string): boolean => /[^\s\p{L}\p{N}]|\S\s+\S/u.test(text.trim());

/** What only the database knows: in which papers words stand next to each other, and who wrote them. */
export async function foundElsewhere(sql: postgres.Sql, request: SearchRequest): Promise<FoundElsewhere> {
  const without = request.without.filter(isPhrase);
  const narrowed = request.phrases.length > 0 || request.authors.length > 0;
  if (!narrowed && without.length === 0) return { only: null, without: null };
  return await bounded(sql, LIMIT_MS, async (tx) => ({
    only: narrowed ? await withAll(tx, request.phrases, request.authors) : null,
    without: without.length > 0 ? await withAny(tx, without) : null,
  }));
}

async function withAll(tx: postgres.TransactionSql, phrases: string[], authors: string[]): Promise<string[]> {
  const queries = [...(await phraseQueries(tx, phrases)), ...authors.map(authorQuery).filter((query) => query !== '')];
  if (queries.length === 0) return [];
  const rows = await tx<{ id: string }[]>`
    SELECT p.id FROM search_texts s JOIN papers p ON p.id = s.paper_id
    WHERE s.vector @@ ${queries.map((query) => `(${query})`).join(' & ')}::tsquery ${namedBy(tx, authors)}
    ORDER BY s.published_at DESC, s.paper_id DESC LIMIT ${MOST_PAPERS}`;
  return rows.map(({ id }) => id);
}

async function withAny(tx: postgres.TransactionSql, phrases: string[]): Promise<string[]> {
  const queries = await phraseQueries(tx, phrases);
  if (queries.length === 0) return [];
  const rows = await tx<{ id: string }[]>`
    SELECT paper_id AS id FROM search_texts s
    WHERE s.vector @@ ${queries.map((query) => `(${query})`).join(' | ')}::tsquery
    ORDER BY s.published_at DESC, s.paper_id DESC LIMIT ${MOST_PAPERS}`;
  return rows.map(({ id }) => id);
}

async function phraseQueries(tx: postgres.TransactionSql, phrases: string[]): Promise<string[]> {
  const rows = await tx<{ query: string }[]>`
    SELECT phraseto_tsquery('pg_catalog.english', search_fold(phrase))::text AS query FROM unnest(${phrases}::text[]) AS phrase`;
  return rows.map(({ query }) => query).filter((query) => query !== '');
}

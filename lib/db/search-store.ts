import type postgres from 'postgres';
import type { SearchAnswer, SearchRequest, SearchStore } from '@/src/search';
import { type LimitOutcome, limit } from './rate-limit';
import { bounded } from './search/bounded';
import { matches } from './search/matches';
import { partsOf } from './search/parts';
import { similar } from './search/similar';
import { suggest } from './search/suggest';

const SEARCH_MS = 4_000;
const SUGGEST_MS = 400;

/** Searching with PostgreSQL's own full-text search. Ranks by `ts_rank`, which knows no inverse document frequency. */
export const postgresSearch = (sql: postgres.Sql): SearchStore => ({
  search: (request) => bounded(sql, SEARCH_MS, (tx) => search(tx, request)),
  similar: (id, options) => bounded(sql, SEARCH_MS, (tx) => similar(tx, id, options)),
  suggest: (prefix, limit) => bounded(sql, SUGGEST_MS, (tx) => suggest(tx, prefix, limit)),
});

async function search(tx: postgres.TransactionSql, request: SearchRequest): Promise<SearchAnswer> {
  const parts = await partsOf(tx, request);
  const all = await matches(tx, { request, parts, mode: 'all' });
  const near = all.total === 0 && parts.parts.length > 1;
  const found = near ? await matches(tx, { request: { ...request, sort: 'relevance' }, parts, mode: 'any' }) : all;
  const terms = parts.parts.flatMap(({ query }) => query.match(/'[^']+'/g) ?? []).map((lexeme) => lexeme.slice(1, -1));
  return {
    ...found,
    complete: !near,
    corrections: parts.corrections,
    terms: [...new Set(terms)],
    backend: 'postgres',
  };
}

/** Counts the words of titles, which corrections and similar papers weigh by. */
export const countSearchWords = async (sql: postgres.Sql): Promise<void> => {
  await sql`SELECT count_search_words()`;
};

/** Takes one from a client's allowance of suggestions: faster than anybody types, for a whole minute. */
export const suggestLimit =
  (sql: postgres.Sql) =>
  (client: string): Promise<LimitOutcome> =>
    limit(sql, { key: `suggest:${client}`, max: 600, perSeconds: 60 });

import type postgres from 'postgres';
import type { SearchAnswer, SearchRequest, SearchStore } from '@/src/search';
import { type LimitOutcome, limit } from './rate-limit';
import { bounded } from './search/bounded';
import { matches } from './search/matches';
import { partsOf } from './search/parts';
import type { Meaning } from './search/pgvector/near';
import { nearestPapers } from './search/pgvector/nearest-papers';
import type { VectorChoice } from './search/pgvector/objects';
import { similar } from './search/similar';
import { suggest } from './search/suggest';

const SEARCH_MS = 4_000;
const SUGGEST_MS = 400;

/** What a search by meaning in the database needs: the question's direction, undefined where it is not known now. */
export type Meanings = { of(text: string): Promise<Meaning | undefined>; choice(): VectorChoice | undefined };

const NO_MEANINGS: Meanings = { of: async () => undefined, choice: () => undefined };

/**
 * Searching in PostgreSQL alone: its full-text search, which ranks by `ts_rank` and so knows no inverse document frequency, and
 * pgvector where `meanings` tells of vectors.
 */
export const postgresSearch = (sql: postgres.Sql, meanings: Meanings = NO_MEANINGS): SearchStore => ({
  search: async (request) => {
    const meaning = request.text.trim() === '' ? undefined : await meanings.of(request.text);
    return await bounded(sql, SEARCH_MS, (tx) => search(tx, request, meaning));
  },
  similar: (id, options) =>
    bounded(sql, SEARCH_MS, async (tx) => {
      const choice = meanings.choice();
      const near = choice ? await nearestPapers(tx, { id, choice, ...options }) : [];
      return near.length > 0 ? near : await similar(tx, id, options);
    }),
  suggest: (prefix, limit) => bounded(sql, SUGGEST_MS, (tx) => suggest(tx, prefix, limit)),
});

async function search(
  tx: postgres.TransactionSql,
  request: SearchRequest,
  meaning: Meaning | undefined,
): Promise<SearchAnswer> {
  const parts = await partsOf(tx, request);
  const all = await matches(tx, { request, parts, mode: 'all', meaning });
  const near = all.worded === 0 && parts.parts.length > 1;
  const found = near
    ? await matches(tx, { request: { ...request, sort: 'relevance' }, parts, mode: 'any', meaning })
    : all;
  const terms = parts.parts.flatMap(({ query }) => query.match(/'[^']+'/g) ?? []).map((lexeme) => lexeme.slice(1, -1));
  const { hits, total, facets } = found;
  return {
    hits,
    total,
    facets,
    complete: all.worded > 0 || total === 0 ? !near : false,
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

import type postgres from 'postgres';
import { isOneLetterAway, type SearchRequest } from '@/src/search';

type Sql = postgres.TransactionSql;

/** A word or phrase as PostgreSQL asks for it. `query` is empty where there are only stop words. */
type Part = { typed: string; used: string; query: string };

export type Parts = { parts: Part[]; without: string[]; corrections: { typed: string; used: string }[] };

const SHORTEST_CORRECTED = 4;
const CANDIDATES = 300;
/** A word in so many papers is one, however it is spelt. */
const ENOUGH_PAPERS = 12;
/** In fewer titles a word may be a misspelling itself; and by so many times the likelier word must be the more frequent. */
const FEWEST_TITLES = 2;
const TIMES_AS_MANY = 20;

/** Turns words and phrases into queries of PostgreSQL's, words that no paper has into the likeliest that is one letter away. */
export async function partsOf(tx: Sql, request: SearchRequest): Promise<Parts> {
  const words = [...new Set(request.text.split(' ').filter(Boolean))];
  const typed = [...words, ...request.phrases, ...request.without];
  const rows = await tx<{ query: string; papers: number }[]>`
    SELECT q.query::text AS query,
      CASE WHEN numnode(q.query) = 0 OR t.at > ${words.length} THEN ${ENOUGH_PAPERS}
        ELSE (SELECT count(*)::int FROM (SELECT FROM search_texts s WHERE s.vector @@ q.query LIMIT ${ENOUGH_PAPERS}) c)
      END AS papers
    FROM unnest(${typed}::text[]) WITH ORDINALITY AS t (word, at),
      LATERAL (SELECT phraseto_tsquery('pg_catalog.english', search_fold(t.word)) AS query) q
    ORDER BY t.at`;
  const read = rows.map(({ query, papers }, at) => ({ typed: typed[at] ?? '', query, papers }));
  const rare = read.filter(({ papers, typed: word }) => papers < ENOUGH_PAPERS && word.length >= SHORTEST_CORRECTED);
  const better = rare.length === 0 ? new Map<string, Part>() : await correct(tx, rare);
  const asUsed = read.map(({ typed: word, query }) => better.get(word) ?? { typed: word, used: word, query });
  const spoken = words.length + request.phrases.length;
  return {
    parts: asUsed.slice(0, spoken).filter(({ query }) => query !== ''),
    without: asUsed.slice(spoken).flatMap(({ query }) => (query === '' ? [] : [query])),
    corrections: words.flatMap((word) => {
      const used = better.get(word)?.used;
      return used === undefined ? [] : [{ typed: word, used }];
    }),
  };
}

// A word with one wrong letter has its first half or its second half right, and both are found by an index.
async function correct(tx: Sql, rare: readonly { typed: string; papers: number }[]): Promise<Map<string, Part>> {
  const rows = await tx<{ typed: string; folded: string; word: string; query: string }[]>`
    SELECT t.typed, f.folded, w.word, plainto_tsquery('pg_catalog.english', w.word)::text AS query
    FROM unnest(${rare.map(({ typed }) => typed)}::text[], ${rare.map(({ papers }) => papers)}::int[]) AS t (typed, papers),
      LATERAL (SELECT search_fold(t.typed) AS folded) f,
      LATERAL (
        SELECT word, papers FROM search_words
        WHERE (word LIKE left(f.folded, length(f.folded) / 2) || '%'
            OR reverse(word) LIKE left(reverse(f.folded), length(f.folded) / 2) || '%')
          AND length(word) BETWEEN length(f.folded) - 1 AND length(f.folded) + 1
          AND papers >= ${FEWEST_TITLES}::int + ${TIMES_AS_MANY}::int * t.papers
        ORDER BY papers DESC, word LIMIT ${CANDIDATES}
      ) w
    WHERE f.folded ~ '^[a-z]+$'
    ORDER BY w.papers DESC, w.word`;
  const found = new Map<string, Part>();
  for (const { typed, folded, word, query } of rows) {
    if (query !== '' && !found.has(typed) && isOneLetterAway(folded, word))
      found.set(typed, { typed, used: word, query });
  }
  return found;
}

import type postgres from 'postgres';
import { categoriesLike, type Suggestion } from '@/src/search';

const SHORTEST = 2;
/** Rows that are looked at for each kind. */
const LOOKED_AT = 200;

type Sql = postgres.TransactionSql;

/** Categories, authors and titles that begin with what was typed, or have a word that does; every look-up is by index and ends soon. */
export async function suggest(tx: Sql, prefix: string, limit: number): Promise<Suggestion[]> {
  const [row] = await tx<[{ folded: string; stems: (string | null)[] }]>`
    SELECT folded, ARRAY(
      SELECT (ts_lexize('pg_catalog.english_stem', word))[1] FROM unnest(string_to_array(folded, ' ')) WITH ORDINALITY AS t (word, at)
      ORDER BY at
    ) AS stems FROM (SELECT left(search_fold(${prefix}), 80) AS folded) f`;
  const { folded, stems } = row;
  if (folded.replace(/ /g, '').length < SHORTEST) return [];
  const [authors, titles] = await Promise.all([authorsLike(tx, folded), titlesLike(tx, folded, stems)]);
  const categories = categoriesLike(prefix).slice(0, 2);
  const few = authors.slice(0, Math.max(2, limit - categories.length - titles.length)).slice(0, 4);
  return [...categories, ...few, ...titles].slice(0, limit);
}

const lexeme = (word: string, kind: 'a:' | ''): string => `'${kind}${word.replace(/[\\']/g, '\\$&')}':*`;

async function authorsLike(tx: Sql, folded: string): Promise<Suggestion[]> {
  const words = folded.split(' ').slice(0, 4);
  const query = words.map((word) => lexeme(word, 'a:')).join(' & ');
  const patterns = words.map((word) => `%-${word.replace(/[\\%_]/g, '\\$&')}%`);
  const rows = await tx<{ name: string; key: string }[]>`
    SELECT (array_agg(author.name))[1] AS name, author.key FROM (
      SELECT paper_id FROM search_texts WHERE vector @@ ${query}::tsquery LIMIT ${LOOKED_AT}
    ) s JOIN papers p ON p.id = s.paper_id, unnest(p.authors, p.author_keys) AS author (name, key)
    WHERE NOT p.hidden AND '-' || author.key LIKE ALL (${patterns}::text[])
    GROUP BY author.key ORDER BY count(*) DESC, author.key LIMIT 4`;
  return rows.map(({ name, key }) => ({ kind: 'author', text: name, key }));
}

async function titlesLike(tx: Sql, folded: string, stems: readonly (string | null)[]): Promise<Suggestion[]> {
  const start = `${folded.replace(/[\\%_]/g, '\\$&')}%`;
  // Titles are kept as stems, and without stop words: a word begins one, or is one's whole.
  const asked = folded.split(' ').flatMap((word, at) => {
    const stem = stems[at];
    return stem ? [`(${lexeme(word, '')}A | ${lexeme(stem, '')}A)`] : [];
  });
  const inTitle = asked.slice(0, 8).join(' & ');
  const rows = await tx<{ title: string; id: string }[]>`
    SELECT p.title_text AS title, p.id FROM (
      (SELECT paper_id, 0 AS place FROM search_texts WHERE title LIKE ${start} ORDER BY title LIMIT ${LOOKED_AT})
      UNION ALL
      (SELECT paper_id, 1 AS place FROM search_texts WHERE ${folded.length >= 4 && inTitle !== ''} AND vector @@ ${inTitle}::tsquery LIMIT ${LOOKED_AT})
    ) s JOIN papers p ON p.id = s.paper_id
    WHERE NOT p.hidden AND NOT p.withdrawn
    GROUP BY p.id ORDER BY min(s.place), p.votes DESC, p.published_at DESC, p.id DESC LIMIT 8`;
  return rows.map(({ title, id }) => ({ kind: 'title', text: title, key: id }));
}

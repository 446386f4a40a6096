import type postgres from 'postgres';
import type { Candidate, Story, Window } from '@/src/digest';
import { foldWords } from '@/src/digest';
import type { PaperId } from '@/src/papers';

/** Authors a mail names before it counts the rest. */
const NAMED_AUTHORS = 4;

type Row = Omit<Candidate, 'words'> & { text: string | null };

/** The papers that arrived in a window and may be shown, with their words only when somebody asks for words. */
export async function readCandidates(
  sql: postgres.Sql,
  { from, to }: Window,
  { words, interest }: { words: boolean; interest: boolean },
): Promise<Candidate[]> {
  const rows = await sql<Row[]>`
    SELECT p.id, p.categories, p.votes, p.comments + p.outside_comments AS comments, p.published_at AS "publishedAt",
      p.withdrawn, ${interest ? sql`p.interest` : sql`0`} AS interest, a.arrived_at AS "arrivedAt", ${words ? sql`p.title_text || ' · ' || p.abstract_text` : sql`NULL`} AS text
    FROM digest_arrivals a JOIN papers p ON p.id = a.paper_id
    WHERE a.arrived_at > ${from} AND a.arrived_at <= ${to} AND NOT p.hidden`;
  return rows.map(({ text, ...row }) => {
    let folded: string | undefined;
    return {
      ...row,
      words: () => {
        folded ??= foldWords(text ?? '');
        return folded;
      },
    };
  });
}

/** What mails tell of papers, in no order. */
export const readStories = (sql: postgres.Sql, ids: readonly PaperId[]): Promise<Omit<Story, 'links'>[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : sql<Omit<Story, 'links'>[]>`
        SELECT id, title_text AS "titleText", left(abstract_text, 4000) AS "abstractText",
          authors[1:${NAMED_AUTHORS}::int] AS authors, cardinality(authors) AS "authorCount",
          primary_category AS "primaryCategory", votes, comments + outside_comments AS comments
        FROM papers WHERE id = ANY (${[...ids]})`;

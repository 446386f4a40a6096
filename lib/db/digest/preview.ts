import type postgres from 'postgres';
import type { Candidate, Claimed } from '@/src/digest';
import { foldWords } from '@/src/digest';
import type { UtcDay } from '@/src/shared';
import { isShown } from '../feed/shown';

type Reader = NonNullable<Claimed['reader']>;

/** A reader as sending knows him, by id or by address; null when there is none. */
export async function readReader(
  sql: postgres.Sql,
  who: { id: string } | { emailKey: string },
): Promise<(Reader & { cadence: string }) | null> {
  const [row] = await sql<(Reader & { cadence: string })[]>`
    SELECT s.id, s.email, s.email_key AS "emailKey", s.status = 'active' AS active, u.email_key IS NOT NULL AS suppressed,
      s.categories, s.include_words AS "includeWords", s.exclude_words AS "excludeWords", s.papers, s.cadence
    FROM subscribers s LEFT JOIN suppressions u ON u.email_key = s.email_key
    WHERE ${'id' in who ? sql`s.id = ${who.id}` : sql`s.email_key = ${who.emailKey}`}`;
  return row ?? null;
}

/** The papers of the last list up to `day`, or of the seven days to it; for previews, which no window bounds. */
export async function readListed(
  sql: postgres.Sql,
  carried: string[],
  { day, days, at, interest }: { day: UtcDay; days: number; at: Date; interest: boolean },
): Promise<{ day: UtcDay | null; candidates: Candidate[] }> {
  const [last] = await sql<{ day: UtcDay }[]>`
    SELECT l.day::text AS day FROM listings l JOIN papers p ON p.id = l.paper_id
    WHERE l.day <= ${day}::date AND ${isShown(sql, carried)} ORDER BY l.day DESC LIMIT 1`;
  if (!last) return { day: null, candidates: [] };
  const rows = await sql<(Omit<Candidate, 'words' | 'arrivedAt'> & { text: string })[]>`
    SELECT p.id, p.categories, p.votes, p.comments + p.outside_comments AS comments, p.published_at AS "publishedAt",
      p.withdrawn, ${interest ? sql`p.interest` : sql`0`} AS interest, p.title_text || ' · ' || p.abstract_text AS text
    FROM papers p WHERE EXISTS (SELECT FROM listings l WHERE l.paper_id = p.id
      AND l.day > ${last.day}::date - ${days}::int AND l.day <= ${last.day}::date AND ${isShown(sql, carried)})`;
  return {
    day: last.day,
    candidates: rows.map(({ text, ...row }) => ({ ...row, arrivedAt: at, words: () => foldWords(text) })),
  };
}

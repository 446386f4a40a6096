import type postgres from 'postgres';
import { type LibraryStore, MOST_SAVED, MOST_SEARCHES, type SavedEntry, type SavedPaper } from '@/src/library';
import type { PaperId } from '@/src/papers';
import { importEntries } from './library/import-entries';
import { matchEntries } from './library/match';
import { newObjectId } from './object-id';

const columns = (sql: postgres.Sql) => sql`s.paper_id AS "paperId", s.note, s.tags, s.saved_at AS "savedAt"`;

/** What readers keep, in PostgreSQL. */
export const libraryStore = (sql: postgres.Sql): LibraryStore => ({
  async save(userId, paperId) {
    // Counting and adding are one statement under the person's lock, so that two at once cannot both be the last.
    return sql.begin(async (tx) => {
      await tx`SELECT 1 FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
      const [known] = await tx`SELECT 1 FROM papers WHERE id = ${paperId} AND NOT hidden`;
      if (!known) return 'no-paper';
      const [kept] = await tx<[{ count: number; own: boolean }]>`
        SELECT count(*)::int AS count, coalesce(bool_or(paper_id = ${paperId}), false) AS own
        FROM saved_papers WHERE user_id = ${userId}`;
      if (!kept.own && kept.count >= MOST_SAVED) return 'full';
      await tx`INSERT INTO saved_papers (user_id, paper_id) VALUES (${userId}, ${paperId}) ON CONFLICT DO NOTHING`;
      return 'saved';
    });
  },
  async unsave(userId, paperId) {
    await sql`DELETE FROM saved_papers WHERE user_id = ${userId} AND paper_id = ${paperId}`;
  },
  async edit(userId, paperId, { note, tags }) {
    const rows = await sql`
      UPDATE saved_papers SET note = ${note}, tags = ${tags} WHERE user_id = ${userId} AND paper_id = ${paperId} RETURNING 1`;
    return rows.length > 0;
  },
  async one(userId, paperId) {
    const [row] = await sql<SavedPaper[]>`
      SELECT ${columns(sql)} FROM saved_papers s WHERE s.user_id = ${userId} AND s.paper_id = ${paperId}`;
    return row ?? null;
  },
  async own(userId, ids) {
    const rows = await sql<{ id: PaperId }[]>`
      SELECT paper_id AS id FROM saved_papers WHERE user_id = ${userId} AND paper_id = ANY (${[...ids]}::text[])`;
    return rows.map(({ id }) => id);
  },
  async list({ userId, tag, text, limit, offset }) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
    const where = sql`s.user_id = ${userId} AND NOT p.hidden
      ${tag === null ? sql`` : sql`AND ${tag} = ANY (s.tags)`}
      ${words.reduce((all, word) => sql`${all} AND strpos(lower(p.title_text || ' ' || s.note || ' ' || array_to_string(p.authors, ' ')), ${word}) > 0`, sql``)}`;
    const [papers, [counted]] = await Promise.all([
      sql<SavedPaper[]>`
        SELECT ${columns(sql)} FROM saved_papers s JOIN papers p ON p.id = s.paper_id WHERE ${where}
        ORDER BY s.saved_at DESC, s.paper_id LIMIT ${limit} OFFSET ${offset}`,
      sql<
        [{ total: number }]
      >`SELECT count(*)::int AS total FROM saved_papers s JOIN papers p ON p.id = s.paper_id WHERE ${where}`,
    ]);
    return { papers: [...papers], total: counted.total };
  },
  tags: async (userId) => [
    ...(await sql<{ tag: string; count: number }[]>`
      SELECT tag, count(*)::int AS count FROM saved_papers, unnest(tags) AS tag WHERE user_id = ${userId}
      GROUP BY tag ORDER BY count DESC, tag LIMIT 100`),
  ],
  match: (entries) => matchEntries(sql, entries),
  import: (userId, entries, matches) => importEntries(sql, userId, { entries, matches }),
  async entries(userId, limit) {
    const [entries, [counted]] = await Promise.all([
      sql<SavedEntry[]>`
        SELECT id, title, arxiv_id AS "arxivId" FROM saved_entries WHERE user_id = ${userId}
        ORDER BY imported_at DESC, id LIMIT ${limit}`,
      sql<[{ total: number }]>`SELECT count(*)::int AS total FROM saved_entries WHERE user_id = ${userId}`,
    ]);
    return { entries: [...entries], total: counted.total };
  },
  async items(userId) {
    const rows = await sql<{ item: unknown }[]>`
      SELECT item FROM saved_entries WHERE user_id = ${userId} ORDER BY imported_at, id`;
    return rows.map(({ item }) => item);
  },
  async removeEntry(userId, id) {
    await sql`DELETE FROM saved_entries WHERE user_id = ${userId} ${id === 'all' ? sql`` : sql`AND id = ${id}`}`;
  },
  searches: async (userId) => [
    ...(await sql<{ id: string; query: string }[]>`
      SELECT id, query FROM saved_searches WHERE user_id = ${userId} ORDER BY created_at DESC, id`),
  ],
  addSearch: (userId, query) =>
    sql.begin(async (tx) => {
      await tx`SELECT 1 FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
      const [kept] = await tx<[{ count: number; own: boolean }]>`
        SELECT count(*)::int AS count, coalesce(bool_or(query = ${query}), false) AS own
        FROM saved_searches WHERE user_id = ${userId}`;
      if (!kept.own && kept.count >= MOST_SEARCHES) return 'full';
      await tx`INSERT INTO saved_searches (id, user_id, query) VALUES (${newObjectId()}, ${userId}, ${query}) ON CONFLICT DO NOTHING`;
      return 'saved';
    }),
  async removeSearch(userId, id) {
    await sql`DELETE FROM saved_searches WHERE user_id = ${userId} AND id = ${id}`;
  },
  async isPublic(userId) {
    const [row] = await sql<{ shown: boolean }[]>`SELECT saved_public AS shown FROM users WHERE id = ${userId}`;
    return row?.shown ?? false;
  },
  async setPublic(userId, shown) {
    await sql`UPDATE users SET saved_public = ${shown} WHERE id = ${userId}`;
  },
});

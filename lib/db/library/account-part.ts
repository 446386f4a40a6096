import type { AccountPart } from '../account-parts';

/** What a person keeps. It goes with his row. */
export const libraryPart: AccountPart = {
  name: 'saved',
  exportOf: async (sql, userId) => {
    const papers = await sql`
      SELECT paper_id AS "paperId", note, tags, saved_at AS "savedAt" FROM saved_papers
      WHERE user_id = ${userId} ORDER BY saved_at, paper_id`;
    const entries = await sql`
      SELECT item, imported_at AS "importedAt" FROM saved_entries WHERE user_id = ${userId} ORDER BY imported_at, id`;
    const searches = await sql`
      SELECT query, created_at AS "createdAt" FROM saved_searches WHERE user_id = ${userId} ORDER BY created_at, id`;
    const [shown] = await sql`SELECT saved_public AS "isPublic" FROM users WHERE id = ${userId}`;
    return { ...shown, papers: [...papers], unmatched: [...entries], searches: [...searches] };
  },
};

import type postgres from 'postgres';
import type { OwnVote, VoteKey, Voters, VoteStore } from '@/src/votes';

export const ownVotes = async (sql: postgres.Sql, userId: string, paperIds: readonly string[]): Promise<OwnVote[]> => [
  ...(await sql<OwnVote[]>`
    SELECT v.paper_id AS "paperId", v.reason, p.votes FROM votes v JOIN papers p ON p.id = v.paper_id
    WHERE v.user_id = ${userId} AND v.paper_id = ANY (${paperIds as string[]}::text[])`),
];

export async function voters(sql: postgres.Sql, paperId: string, limit: number): Promise<Voters> {
  const named = await sql<(Voters['named'][number] & { all: number })[]>`
    SELECT u.handle, u.display_name AS "displayName", p.upvotes AS "all"
    FROM papers p JOIN votes v ON v.paper_id = p.id AND v.counted JOIN users u ON u.id = v.user_id
    WHERE p.id = ${paperId} AND NOT u.upvotes_hidden
    ORDER BY v.created_at, v.user_id LIMIT ${limit}`;
  const all = named[0]?.all ?? (await countOf(sql, paperId));
  return {
    named: named.map(({ handle, displayName }) => ({ handle, displayName })),
    more: Math.max(0, all - named.length),
  };
}

async function countOf(sql: postgres.Sql, paperId: string): Promise<number> {
  const [row] = await sql<{ upvotes: number }[]>`SELECT upvotes FROM papers WHERE id = ${paperId}`;
  return row?.upvotes ?? 0;
}

export async function isOwnPaper(sql: postgres.Sql, { userId, paperId }: VoteKey): ReturnType<VoteStore['isOwnPaper']> {
  const [row] = await sql<{ own: boolean }[]>`
    SELECT EXISTS (SELECT FROM submissions WHERE user_id = ${userId} AND live_paper = ${paperId})
      OR EXISTS (SELECT FROM author_claims
        WHERE user_id = ${userId} AND paper_id = ${paperId} AND status = 'approved') AS own`;
  return row?.own ?? false;
}

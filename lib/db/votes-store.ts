import type postgres from 'postgres';
import type { VoteLimit, VoteStore } from '@/src/votes';
import { limit } from './rate-limit';
import { setVote, withdrawVote } from './votes/cast';
import { judgeVotes } from './votes/judge';
import { isOwnPaper, ownVotes, voters } from './votes/read';

/** Votes in PostgreSQL. */
export const voteStore = (sql: postgres.Sql): VoteStore => ({
  set: (vote) => setVote(sql, vote),
  withdraw: (vote) => withdrawVote(sql, vote),
  own: (userId, paperIds) => ownVotes(sql, userId, paperIds),
  voters: (paperId, limit) => voters(sql, paperId, limit),
  isOwnPaper: (vote) => isOwnPaper(sql, vote),
  judge: (scope) => sql.begin((tx) => judgeVotes(tx, scope)),
});

// Nobody reads two papers a second for a minute; a script that marks a whole month at once may take a little longer.
const MOST_A_MINUTE = 120;

/** A person's allowance of votes, over all processes. */
export const voteLimit =
  (sql: postgres.Sql): VoteLimit =>
  (userId) =>
    limit(sql, { key: `vote ${userId}`, max: MOST_A_MINUTE, perSeconds: 60 });

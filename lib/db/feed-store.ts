import type postgres from 'postgres';
import type { FeedStore } from '@/src/feed';
import { countByDay, nearestDay } from './feed/days';
import { detail } from './feed/detail';
import { byAuthor, cardsByIds, inCategory, trending } from './feed/found';
import { listed } from './feed/listed';
import { submittedBy, upvotedBy } from './feed/of-person';

/**
 * The feed's reads in PostgreSQL. `carried` are the instance's categories; `interest` tells whether what may be wanted
 * comes first among papers without votes.
 */
export const feedStore = (sql: postgres.Sql, carried: string[], { interest = true } = {}): FeedStore => ({
  listed: (range, query) => listed(sql, { carried, interest }, { range, query }),
  trending: (query) => trending(sql, query),
  byAuthor: (key, slice) => byAuthor(sql, key, slice),
  inCategory: (code, slice) => inCategory(sql, code, slice),
  submittedBy: (userId, slice) => submittedBy(sql, userId, slice),
  upvotedBy: (userId, slice) => upvotedBy(sql, userId, slice),
  paper: (id) => detail(sql, carried, id),
  cards: (ids) => cardsByIds(sql, ids),
  countByDay: (range) => countByDay(sql, carried, range),
  dayBefore: (day) => nearestDay(sql, carried, { day, side: 'before' }),
  dayAfter: (day) => nearestDay(sql, carried, { day, side: 'after' }),
});

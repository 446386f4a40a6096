import { accountStore } from './db/accounts-store';
import { commentStore } from './db/comments-store';
import { feedStore } from './db/feed-store';
import { healthStore } from './db/health-store';
import { moderationStore } from './db/moderation-store';
import { operationsStore } from './db/operations-store';
import { sql } from './db/sql';
import { statusStore } from './db/status-store';
import { subscriptionStore } from './db/subscription-store';
import { ringStore } from './db/votes/rings';
import { voteLimit, voteStore } from './db/votes-store';
import { env } from './env';
import { ingestNow } from './jobs/ingest-now';

function wire() {
  const { DATABASE_URL, ARXIV_CATEGORIES } = env();
  if (DATABASE_URL === undefined) throw new Error('DATABASE_URL is not set; the launcher sets it.');
  const pool = sql(DATABASE_URL);
  return {
    accounts: accountStore(pool),
    comments: commentStore(pool),
    feed: feedStore(pool, ARXIV_CATEGORIES),
    health: healthStore(pool),
    ingestNow,
    moderation: moderationStore(pool),
    operations: operationsStore(pool),
    rings: ringStore(pool),
    status: statusStore(pool, ARXIV_CATEGORIES),
    subscriptions: subscriptionStore(pool),
    votes: voteStore(pool),
    voteLimit: voteLimit(pool),
  };
}

let wired: ReturnType<typeof wire> | undefined;

/** The one place where ports meet their adapters. */
export const services = (): ReturnType<typeof wire> => {
  wired ??= wire();
  return wired;
};

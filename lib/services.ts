import { feedStore } from './db/feed-store';
import { sql } from './db/sql';
import { env } from './env';

function wire() {
  const { DATABASE_URL, ARXIV_CATEGORIES } = env();
  if (DATABASE_URL === undefined) throw new Error('DATABASE_URL is not set; the launcher sets it.');
  return { feed: feedStore(sql(DATABASE_URL), ARXIV_CATEGORIES) };
}

let wired: ReturnType<typeof wire> | undefined;

/** The one place where ports meet their adapters. */
export const services = (): ReturnType<typeof wire> => {
  wired ??= wire();
  return wired;
};

import type postgres from 'postgres';
import type { Preferences, Subscriber } from '@/src/subscriptions';

export type SubscriberRow = Omit<Subscriber, 'preferences'> & Preferences;

/** What is read of a subscriber, who is `s`. */
export const subscriberColumns = (sql: postgres.Sql | postgres.TransactionSql) => sql`
  s.id, s.email, s.status, s.cadence, s.weekday, s.hour, s.zone, s.categories, s.include_words AS "includeWords",
  s.exclude_words AS "excludeWords", s.papers, s.created_at AS "createdAt", s.confirmed_at AS "confirmedAt",
  s.paused_at AS "pausedAt", s.unsubscribed_at AS "unsubscribedAt", s.covered_until AS "coveredUntil",
  s.next_due_at AS "nextDueAt", EXISTS (SELECT 1 FROM suppressions u WHERE u.email_key = s.email_key) AS suppressed`;

export function toSubscriber(row: SubscriberRow): Subscriber {
  const { id, email, status, createdAt, confirmedAt, pausedAt, unsubscribedAt, coveredUntil, nextDueAt, suppressed } =
    row;
  const { cadence, weekday, hour, zone, categories, includeWords, excludeWords, papers } = row;
  return {
    ...{ id, email, status, createdAt, confirmedAt, pausedAt, unsubscribedAt, coveredUntil, nextDueAt, suppressed },
    preferences: { cadence, weekday, hour, zone, categories, includeWords, excludeWords, papers },
  };
}

/** Preferences as columns, for `UPDATE … SET`. */
export const preferenceColumns = (p: Preferences) => ({
  ...{ cadence: p.cadence, weekday: p.weekday, hour: p.hour, zone: p.zone, categories: p.categories },
  ...{ include_words: p.includeWords, exclude_words: p.excludeWords, papers: p.papers },
});

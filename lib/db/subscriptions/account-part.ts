import type { AccountPart } from '../account-parts';

/** What subscriptions keep of a person: that of his account, and that of his address from before he had one. */
export const subscriptionPart: AccountPart = {
  name: 'subscription',

  async exportOf(sql, userId) {
    const [kept] = await sql`
      SELECT email, status, cadence, weekday, hour, zone, categories, include_words AS "includeWords",
        exclude_words AS "excludeWords", papers, created_at AS "createdAt", confirmed_at AS "confirmedAt",
        paused_at AS "pausedAt", unsubscribed_at AS "unsubscribedAt", covered_until AS "coveredUntil"
      FROM subscribers
      WHERE user_id = ${userId} OR email_key = (SELECT email FROM users WHERE id = ${userId} AND email_verified)
      ORDER BY created_at LIMIT 1`;
    return kept ? { ...kept } : null;
  },

  async forget(tx, userId) {
    await tx`
      DELETE FROM subscribers
      WHERE user_id = ${userId} OR email_key = (SELECT email FROM users WHERE id = ${userId} AND email_verified)`;
  },
};

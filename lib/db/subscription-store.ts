import type postgres from 'postgres';
import { keptPreferences, type SubscriptionStore } from '@/src/subscriptions';
import { limit } from './rate-limit';
import { activate, confirm, subscribeUser } from './subscriptions/activate';
import { ask } from './subscriptions/ask';
import { leave } from './subscriptions/leave';
import { preferenceColumns, type SubscriberRow, subscriberColumns, toSubscriber } from './subscriptions/rows';
import { suppress } from './subscriptions/suppress';

type LinkRow = SubscriberRow & { scope: 'confirm' | 'manage'; used: boolean; wanted: unknown };

/** Subscriptions in PostgreSQL. */
export function subscriptionStore(sql: postgres.Sql): SubscriptionStore {
  const columns = subscriberColumns(sql);

  return {
    ask: (asking) => ask(sql, asking),

    async link(hash, now) {
      const [row] = await sql<LinkRow[]>`
        SELECT ${columns}, t.scope, t.used_at IS NOT NULL AS used, t.wanted
        FROM subscriber_tokens t JOIN subscribers s ON s.id = t.subscriber_id
        WHERE t.hash = ${hash} AND t.expires_at > ${now}`;
      if (!row) return null;
      const { scope, used, wanted } = row;
      return { scope, used, wanted: keptPreferences(wanted) ?? null, subscriber: toSubscriber(row) };
    },

    confirm: (hash, due) => confirm(sql, hash, due),

    async byId(id) {
      const [row] = await sql<SubscriberRow[]>`SELECT ${columns} FROM subscribers s WHERE s.id = ${id}`;
      return row ? toSubscriber(row) : null;
    },

    async byUser(userId) {
      const [row] = await sql<SubscriberRow[]>`
        SELECT ${columns} FROM subscribers s
        WHERE s.email_key = (SELECT u.email FROM users u WHERE u.id = ${userId} AND u.email_verified)`;
      return row ? toSubscriber(row) : null;
    },

    subscribeUser: (userId, due) => subscribeUser(sql, userId, due),

    async change(id, { preferences, nextDueAt, now }) {
      const changed = await sql`
        UPDATE subscribers SET ${sql(preferenceColumns(preferences))}, updated_at = ${now},
          next_due_at = CASE WHEN status = 'active' THEN ${nextDueAt}::timestamptz END
        WHERE id = ${id} AND status <> 'pending'`;
      return changed.count === 1;
    },

    async pause(id, now) {
      const paused = await sql`
        UPDATE subscribers SET status = 'paused', paused_at = ${now}, next_due_at = NULL, updated_at = ${now}
        WHERE id = ${id} AND status = 'active'`;
      return paused.count === 1;
    },

    resume: (id, due) =>
      sql.begin(async (tx) => {
        const [resting] = await tx`
          SELECT 1 FROM subscribers WHERE id = ${id} AND status IN ('paused', 'unsubscribed') FOR UPDATE`;
        return resting !== undefined && activate(tx, id, due);
      }),

    unsubscribe: (id, now) => leave(sql, id, now),

    async erase(id) {
      const erased = await sql`DELETE FROM subscribers WHERE id = ${id}`;
      return erased.count === 1;
    },

    async exportOf(id) {
      const [row] = await sql<SubscriberRow[]>`SELECT ${columns} FROM subscribers s WHERE s.id = ${id}`;
      if (!row) return null;
      const links = await sql`
        SELECT scope, created_at AS "createdAt", expires_at AS "expiresAt", used_at AS "usedAt" FROM subscriber_tokens
        WHERE subscriber_id = ${id} ORDER BY created_at, hash`;
      const [suppression] = await sql`
        SELECT p.reason, p.detail, p.at FROM suppressions p JOIN subscribers s USING (email_key) WHERE s.id = ${id}`;
      return { subscription: toSubscriber(row), links: [...links], suppression: suppression ?? null };
    },

    suppress: (suppression) => suppress(sql, suppression),

    limit: (one) => limit(sql, one),
  };
}

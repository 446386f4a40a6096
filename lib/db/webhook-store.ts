import type postgres from 'postgres';
import { type Delivery, MOST_WEBHOOKS, type Webhook, type WebhookStore } from '@/src/webhooks';
import { newObjectId } from './object-id';

export type Sealing = { seal: (secret: string) => string; unseal: (sealed: string) => string | undefined };

/** Webhooks as their owners manage them; secrets are sealed on the way in. */
export function webhookStore(sql: postgres.Sql, { seal, unseal }: Sealing): WebhookStore {
  const read = (row: Webhook): Webhook => ({ ...row, secret: unseal(row.secret) ?? '' });
  const columns = sql`id, user_id AS "userId", url, secret, events, failing_since AS "failingSince", disabled_at AS "disabledAt"`;
  return {
    async list(owner) {
      const rows = await sql<Webhook[]>`
        SELECT ${columns} FROM webhooks WHERE user_id IS NOT DISTINCT FROM ${owner} ORDER BY created_at, id`;
      return rows.map(read);
    },
    add: ({ owner, url, secret, events }) =>
      sql.begin(async (tx) => {
        await tx`SELECT pg_advisory_xact_lock(hashtextextended(${`webhooks of ${owner}`}, 0))`;
        const [kept] = await tx<[{ count: number }]>`
          SELECT count(*)::int AS count FROM webhooks WHERE user_id IS NOT DISTINCT FROM ${owner}`;
        if (kept.count >= MOST_WEBHOOKS) return 'full';
        const id = newObjectId();
        await tx`
          INSERT INTO webhooks (id, user_id, url, secret, events)
          VALUES (${id}, ${owner}, ${url}, ${seal(secret)}, ${[...events]})`;
        return id;
      }),
    async find(id) {
      const [row] = await sql<Webhook[]>`SELECT ${columns} FROM webhooks WHERE id = ${id}`;
      return row ? read(row) : null;
    },
    async remove(id) {
      await sql`DELETE FROM webhooks WHERE id = ${id}`;
    },
    async setSecret(id, secret) {
      await sql`UPDATE webhooks SET secret = ${seal(secret)} WHERE id = ${id}`;
    },
    async enable(id) {
      await sql`UPDATE webhooks SET disabled_at = NULL, failing_since = NULL, starts_at = now() WHERE id = ${id}`;
    },
    async queue(id, { messageId, event, body }) {
      await sql`
        INSERT INTO webhook_deliveries (webhook_id, message_id, event, body)
        VALUES (${id}, ${messageId}, ${event}, ${body}) ON CONFLICT DO NOTHING`;
    },
    async deliveries(id, limit) {
      const rows = await sql<Delivery[]>`
        SELECT event, state, attempts, run_at AS "runAt", answer, created_at AS "createdAt" FROM webhook_deliveries
        WHERE webhook_id = ${id} ORDER BY created_at DESC, id DESC LIMIT ${limit}`;
      return [...rows];
    },
  };
}

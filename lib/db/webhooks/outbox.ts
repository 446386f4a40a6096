import type postgres from 'postgres';
import type { Verdict } from '@/src/webhooks';

/** A message that this process alone sends now. */
export type Claimed = {
  id: string;
  webhookId: string;
  userId: string | null;
  url: string;
  secret: string;
  messageId: string;
  body: string;
  /** Tries with this one. */
  attempts: number;
  failingSince: Date | null;
};

const LEASE_SECONDS = 60;

/**
 * Claims what is due. The row's time moves ahead by a lease, so that another process takes it only if this one dies. Tries
 * are counted when they begin: a message that kills its sender is not sent for ever.
 */
export async function claimDue(
  sql: postgres.Sql,
  { limit, without }: { limit: number; without: readonly string[] },
): Promise<Claimed[]> {
  const rows = await sql<Claimed[]>`
    WITH due AS (
      SELECT d.id FROM webhook_deliveries d
      WHERE d.state = 'queued' AND d.run_at <= now() AND NOT d.webhook_id = ANY (${[...without]})
        AND EXISTS (SELECT FROM webhooks w WHERE w.id = d.webhook_id AND w.disabled_at IS NULL)
      ORDER BY d.run_at, d.id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    UPDATE webhook_deliveries d SET attempts = d.attempts + 1, run_at = now() + make_interval(secs => ${LEASE_SECONDS})
    FROM due, webhooks w WHERE d.id = due.id AND w.id = d.webhook_id
    RETURNING d.id::text, d.webhook_id AS "webhookId", w.user_id AS "userId", w.url, w.secret, d.message_id AS "messageId",
      d.body, d.attempts, w.failing_since AS "failingSince"`;
  return [...rows];
}

/** Writes how a try ended. The webhook's time of trouble begins with the first failure and ends with the first success. */
export const settle = (
  sql: postgres.Sql,
  { id, webhookId, attempts }: Claimed,
  { verdict, answer }: { verdict: Verdict; answer: string },
): Promise<void> =>
  sql.begin(async (tx) => {
    const wait = verdict.state === 'queued' ? verdict.afterSeconds : 0;
    // Only the try that was claimed: after a lease that ran out another one counts.
    await tx`
      UPDATE webhook_deliveries SET state = ${verdict.state}, answer = ${answer.slice(0, 200)},
        run_at = now() + make_interval(secs => ${wait}),
        finished_at = CASE WHEN ${verdict.state} = 'queued' THEN NULL ELSE now() END
      WHERE id = ${id}::bigint AND attempts = ${attempts} AND state = 'queued'`;
    await (verdict.state === 'sent'
      ? tx`UPDATE webhooks SET failing_since = NULL WHERE id = ${webhookId} AND failing_since IS NOT NULL`
      : tx`UPDATE webhooks SET failing_since = now() WHERE id = ${webhookId} AND failing_since IS NULL`);
  });

/** Switches a webhook off; true for the one process that did. What waits for it ends. */
export const switchOff = (sql: postgres.Sql, webhookId: string): Promise<boolean> =>
  sql.begin(async (tx) => {
    const rows =
      await tx`UPDATE webhooks SET disabled_at = now() WHERE id = ${webhookId} AND disabled_at IS NULL RETURNING 1`;
    await tx`
      UPDATE webhook_deliveries SET state = 'failed', finished_at = now(), answer = 'switched off before it was sent'
      WHERE webhook_id = ${webhookId} AND state = 'queued'`;
    return rows.length > 0;
  });

/** Where a webhook's owner reads mail. */
export const ownerAddress = async (sql: postgres.Sql, userId: string): Promise<string | undefined> =>
  (await sql<{ email: string }[]>`SELECT email FROM users WHERE id = ${userId}`)[0]?.email;

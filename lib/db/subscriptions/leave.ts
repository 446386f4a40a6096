import type postgres from 'postgres';

/** Ends a subscription and makes the links worthless that would bring it back. False when there is none. */
export const leave = (sql: postgres.Sql, id: string, now: Date): Promise<boolean> =>
  sql.begin(async (tx) => {
    const [subscriber] = await tx`SELECT 1 FROM subscribers WHERE id = ${id} FOR UPDATE`;
    if (!subscriber) return false;
    // One who never confirmed stays `pending`, for nothing was ever sent to him.
    await tx`
      UPDATE subscribers SET status = 'unsubscribed', unsubscribed_at = ${now}, paused_at = NULL, next_due_at = NULL,
        updated_at = ${now}
      WHERE id = ${id} AND status IN ('active', 'paused')`;
    await tx`UPDATE subscriber_tokens SET used_at = ${now} WHERE subscriber_id = ${id} AND used_at IS NULL`;
    return true;
  });

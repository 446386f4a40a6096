import type postgres from 'postgres';

/** Removes links that are spent, and subscribers who never confirmed; how many of either. */
export async function forgetUnconfirmed(sql: postgres.Sql): Promise<{ links: number; subscribers: number }> {
  // A day's links are counted against the next one, so they stay that long.
  const links = await sql`
    DELETE FROM subscriber_tokens
    WHERE expires_at < now() AND created_at < now() - interval '1 day'`;
  const subscribers = await sql`
    DELETE FROM subscribers s
    WHERE status = 'pending' AND created_at < now() - interval '7 days'
      AND NOT EXISTS (SELECT 1 FROM subscriber_tokens t WHERE t.subscriber_id = s.id)`;
  return { links: links.count, subscribers: subscribers.count };
}

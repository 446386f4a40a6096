import type postgres from 'postgres';
import type { Suppression } from '@/src/subscriptions';

const LONGEST_DETAIL = 1_000;

/**
 * Stops all mail to an address, whether anybody subscribed it or not, and leaves the subscriber as he is. The first reason
 * stays, so that a notice that comes twice changes nothing.
 */
export async function suppress(
  sql: postgres.Sql | postgres.TransactionSql,
  { emailKey, reason, detail }: Suppression,
): Promise<void> {
  await sql`
    INSERT INTO suppressions (email_key, reason, detail)
    VALUES (${emailKey}, ${reason}, ${cleaned(detail)})
    ON CONFLICT (email_key) DO NOTHING`;
}

// What mail servers say goes on one line, for an administrator to read.
const cleaned = (detail: string): string =>
  detail
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_DETAIL);

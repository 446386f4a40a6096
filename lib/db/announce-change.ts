import type postgres from 'postgres';
import type { CacheTag } from '@/src/shared';

/** The channel on which every process hears what changed. */
export const CHANGE_CHANNEL = 'broadsheet_changes';

// NOTIFY refuses a payload of 8,000 bytes or more.
const TAGS_A_MESSAGE = 100;

/** Tells all processes, once the transaction commits, that pages carrying these tags are out of date. */
export async function announceChange(
  tx: postgres.Sql | postgres.TransactionSql,
  tags: Iterable<CacheTag>,
): Promise<void> {
  const distinct = [...new Set(tags)];
  for (let at = 0; at < distinct.length; at += TAGS_A_MESSAGE) {
    await tx`SELECT pg_notify(${CHANGE_CHANNEL}, ${distinct.slice(at, at + TAGS_A_MESSAGE).join(' ')})`;
  }
}

import type postgres from 'postgres';
import type { Due } from '@/src/subscriptions';
import { newObjectId } from '../object-id';
import { preferenceColumns } from './rows';

/**
 * Makes a subscriber active. The window of who was not active begins at `coveredFrom` at the earliest, and never before what
 * was covered already; of who is active it stays.
 */
export async function activate(tx: postgres.TransactionSql | postgres.Sql, id: string, due: Due): Promise<boolean> {
  const { preferences, nextDueAt, coveredFrom, now } = due;
  const changed = await tx`
    UPDATE subscribers s SET ${tx(preferenceColumns(preferences))}, status = 'active',
      covered_until = CASE WHEN s.status = 'active' THEN s.covered_until ELSE greatest(s.covered_until, ${coveredFrom}) END,
      confirmed_at = coalesce(s.confirmed_at, ${now}), paused_at = NULL, unsubscribed_at = NULL,
      next_due_at = ${nextDueAt}, updated_at = ${now},
      user_id = coalesce(s.user_id, (SELECT u.id FROM users u WHERE u.email = s.email_key AND u.email_verified))
    WHERE s.id = ${id}`;
  return changed.count === 1;
}

/** Uses a confirmation link up, once, and makes its subscriber active. */
export const confirm = (sql: postgres.Sql, hash: string, due: Due): Promise<boolean> =>
  sql.begin(async (tx) => {
    const [token] = await tx<{ id: string }[]>`
      UPDATE subscriber_tokens SET used_at = ${due.now}
      WHERE hash = ${hash} AND scope = 'confirm' AND used_at IS NULL AND expires_at > ${due.now}
      RETURNING subscriber_id AS id`;
    return token !== undefined && activate(tx, token.id, due);
  });

/** Makes an account's confirmed address a subscriber. */
export const subscribeUser = (sql: postgres.Sql, userId: string, due: Due): Promise<boolean> =>
  sql.begin(async (tx) => {
    const [subscriber] = await tx<{ id: string }[]>`
      INSERT INTO subscribers AS s (id, email, email_key, user_id, created_at, updated_at)
      SELECT ${newObjectId()}, u.email, u.email, u.id, ${due.now}, ${due.now} FROM users u
      WHERE u.id = ${userId} AND u.email_verified AND u.email NOT LIKE '%.invalid'
      ON CONFLICT (email_key) DO UPDATE SET user_id = EXCLUDED.user_id
      RETURNING s.id`;
    return subscriber !== undefined && activate(tx, subscriber.id, due);
  });

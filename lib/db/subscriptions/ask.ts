import type postgres from 'postgres';
import type { Asked, Asking } from '@/src/subscriptions';
import { newObjectId } from '../object-id';

type Row = { id: string; email: string; status: string; suppressed: boolean };

/** Keeps that somebody asked for the digest to be sent to an address. Every address is one row's lock and two statements. */
export const ask = (sql: postgres.Sql, asking: Asking): Promise<Asked> =>
  sql.begin(async (tx) => {
    const { address, key, preferences, token, perDay, now } = asking;
    // The update changes nothing; it waits for whoever asks for the same address at the same time.
    const [subscriber] = await tx<Row[]>`
      INSERT INTO subscribers AS s (id, email, email_key, created_at, updated_at)
      VALUES (${newObjectId()}, ${address}, ${key}, ${now}, ${now})
      ON CONFLICT (email_key) DO UPDATE SET email_key = s.email_key
      RETURNING s.id, s.email, s.status, EXISTS (SELECT 1 FROM suppressions u WHERE u.email_key = ${key}) AS suppressed`;
    if (!subscriber) throw new Error('The row of a subscriber was neither made nor found.');
    const { id, email, status, suppressed } = subscriber;
    const kind = status === 'active' || status === 'paused' ? 'manage' : 'confirm';
    const kept = await tx`
      INSERT INTO subscriber_tokens (hash, subscriber_id, scope, wanted, created_at, expires_at)
      SELECT ${token.hash}, ${id}, ${kind}, ${kind === 'confirm' ? tx.json(preferences) : null}, ${now}, ${token.expiresAt}
      WHERE (SELECT count(*) FROM subscriber_tokens
        WHERE subscriber_id = ${id} AND created_at > ${now}::timestamptz - interval '1 day') < ${perDay}`;
    return kept.count === 1 ? { kind, email, suppressed } : { kind: 'enough' };
  });

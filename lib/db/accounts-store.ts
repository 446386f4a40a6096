import type postgres from 'postgres';
import type { AccountStore, NewToken, Person, Self, SessionEntry, TokenEntry } from '@/src/accounts';
import { exportAccount } from './account-export';
import type { AccountPart } from './account-parts';
import { ACCOUNT_PARTS } from './account-parts';
import { newObjectId } from './object-id';

/** Accounts in PostgreSQL. */
export function accountStore(sql: postgres.Sql, parts: readonly AccountPart[] = ACCOUNT_PARTS): AccountStore {
  const person = sql`
    u.id, u.handle, u.display_name AS "displayName", u.role, u.created_at AS "createdAt",
    u.suspended_at IS NOT NULL AS suspended, u.upvotes_hidden AS "upvotesHidden"`;

  return {
    async findPerson(handle) {
      // Who has it now comes before who had it once; the two cannot be different people.
      const [row] = await sql<Person[]>`
        SELECT ${person} FROM users u LEFT JOIN handles h ON h.user_id = u.id AND h.handle = ${handle}
        WHERE u.handle = ${handle} OR h.handle IS NOT NULL LIMIT 1`;
      return row;
    },

    async findSelf(userId) {
      const [row] = await sql<Self[]>`
        SELECT ${person}, u.email, u.handle_chosen_at IS NOT NULL AS "handleChosen",
          ARRAY(SELECT provider_id FROM identities i WHERE i.user_id = u.id ORDER BY 1) AS providers
        FROM users u WHERE u.id = ${userId}`;
      return row;
    },

    async freeHandles(handles) {
      const taken = await sql<{ handle: string }[]>`
        SELECT handle FROM handles WHERE handle = ANY (${[...handles]}::text[])
        UNION SELECT handle FROM users WHERE handle = ANY (${[...handles]}::text[])`;
      const names = new Set(taken.map((row) => row.handle));
      return handles.filter((handle) => !names.has(handle));
    },

    takeHandle: (userId, handle, most) => takeHandle(sql, { userId, handle, ...most }),

    async updateProfile(userId, { displayName, upvotesHidden }) {
      await sql`
        UPDATE users SET display_name = ${displayName}, upvotes_hidden = ${upvotesHidden}, updated_at = now()
        WHERE id = ${userId}`;
    },

    listSessions: (userId) => sql<SessionEntry[]>`
      SELECT id, created_at AS "createdAt", updated_at AS "lastSeenAt", expires_at AS "expiresAt",
        ip_address AS address, user_agent AS "userAgent"
      FROM sessions WHERE user_id = ${userId} AND expires_at > now() ORDER BY updated_at DESC, id`,

    async revokeSession(userId, sessionId) {
      const gone = await sql`DELETE FROM sessions WHERE id = ${sessionId} AND user_id = ${userId}`;
      return gone.count === 1;
    },

    async revokeOtherSessions(userId, exceptId) {
      const gone = await sql`DELETE FROM sessions WHERE user_id = ${userId} AND id <> ${exceptId}`;
      return gone.count;
    },

    listTokens: (userId) => sql<TokenEntry[]>`
      SELECT id, name, prefix, scopes, created_at AS "createdAt", last_used_at AS "lastUsedAt"
      FROM api_tokens WHERE user_id = ${userId} ORDER BY created_at DESC, id`,

    addToken: (token, max) => addToken(sql, token, max),

    async revokeToken(userId, tokenId) {
      const gone = await sql`DELETE FROM api_tokens WHERE id = ${tokenId} AND user_id = ${userId}`;
      return gone.count === 1;
    },

    exportOf: (userId) => exportAccount(sql, userId, parts),

    async deleteAccount(userId) {
      await sql.begin(async (tx) => {
        await tx`SELECT 1 FROM users WHERE id = ${userId} FOR UPDATE`;
        for (const part of parts) await part.forget?.(tx, userId);
        await tx`DELETE FROM users WHERE id = ${userId}`;
      });
    },
  };
}

const addToken = (sql: postgres.Sql, { userId, name, scopes, hash, prefix }: NewToken, max: number): Promise<boolean> =>
  sql.begin(async (tx) => {
    // Two forms sent at once wait for one another here, so that neither slips over the limit.
    await tx`SELECT 1 FROM users WHERE id = ${userId} FOR UPDATE`;
    const added = await tx`
      INSERT INTO api_tokens (id, user_id, name, hash, prefix, scopes)
      SELECT ${newObjectId()}, ${userId}, ${name}, ${hash}, ${prefix}, ${[...scopes]}::text[]
      WHERE (SELECT count(*) FROM api_tokens WHERE user_id = ${userId}) < ${max}`;
    return added.count === 1;
  });

type Taking = { userId: string; handle: string; max: number; days: number };

const takeHandle = (sql: postgres.Sql, { userId, handle, max, days }: Taking): Promise<'done' | 'taken' | 'too-many'> =>
  sql.begin(async (tx) => {
    await tx`SELECT 1 FROM users WHERE id = ${userId} FOR UPDATE`;
    const [recent] = await tx<{ count: number }[]>`
      SELECT count(*)::int AS count FROM handles
      WHERE user_id = ${userId} AND handle <> ${handle} AND taken_at > now() - make_interval(days => ${days})`;
    if ((recent?.count ?? 0) >= max) return 'too-many';
    // Where somebody else was quicker this waits for him, and then changes no row.
    const [own] = await tx`
      INSERT INTO handles AS kept (handle, user_id) VALUES (${handle}, ${userId})
      ON CONFLICT (handle) DO UPDATE SET user_id = kept.user_id WHERE kept.user_id = EXCLUDED.user_id
      RETURNING 1`;
    if (!own) return 'taken';
    await tx`UPDATE users SET handle = ${handle}, handle_chosen_at = now(), updated_at = now() WHERE id = ${userId}`;
    return 'done';
  });

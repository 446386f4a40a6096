import type postgres from 'postgres';
import type { AccountPart } from './account-parts';

/** Everything kept of a person; secrets are left out, because whoever finds the file must not be able to sign in. */
export async function exportAccount(
  sql: postgres.Sql,
  userId: string,
  parts: readonly AccountPart[],
): Promise<Record<string, unknown>> {
  const [profile] = await sql`
    SELECT id, email, handle, display_name AS "displayName", role, upvotes_hidden AS "upvotesHidden",
      created_at AS "createdAt" FROM users WHERE id = ${userId}`;
  const handles =
    await sql`SELECT handle, taken_at AS "takenAt" FROM handles WHERE user_id = ${userId} ORDER BY taken_at`;
  const identities = await sql`
    SELECT provider_id AS provider, account_id AS account, created_at AS "createdAt" FROM identities
    WHERE user_id = ${userId} ORDER BY created_at`;
  const sessions = await sql`
    SELECT created_at AS "createdAt", updated_at AS "lastSeenAt", expires_at AS "expiresAt", ip_address AS address,
      user_agent AS "userAgent" FROM sessions WHERE user_id = ${userId} ORDER BY created_at`;
  const tokens = await sql`
    SELECT name, prefix, scopes, created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM api_tokens
    WHERE user_id = ${userId} ORDER BY created_at`;
  const others = await Promise.all(parts.map(async (part) => [part.name, await part.exportOf(sql, userId)] as const));
  return {
    profile: { ...profile },
    handles: [...handles],
    identities: [...identities],
    sessions: [...sessions],
    tokens: [...tokens],
    ...Object.fromEntries(others),
  };
}

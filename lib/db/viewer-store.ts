import type postgres from 'postgres';
import type { Role, Scope } from '@/src/accounts';

export type ViewerRow = { id: string; handle: string; displayName: string; role: Role; createdAt: Date };
export type SessionRow = ViewerRow & { sessionId: string; renewedAt: Date; handleChosen: boolean; email: string };

/** Who holds this session; undefined when it is unknown, ended, or its person is suspended. */
export async function findSession(sql: postgres.Sql, token: string): Promise<SessionRow | undefined> {
  const [row] = await sql<SessionRow[]>`
    SELECT u.id, u.handle, u.display_name AS "displayName", u.role, u.created_at AS "createdAt",
      u.email, s.id AS "sessionId", s.updated_at AS "renewedAt", u.handle_chosen_at IS NOT NULL AS "handleChosen"
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.token = ${token} AND s.expires_at > now() AND u.suspended_at IS NULL`;
  return row;
}

/** Who made this API token; undefined when it is unknown, revoked, or its person is suspended. */
export async function findTokenOwner(
  sql: postgres.Sql,
  hash: string,
): Promise<(ViewerRow & { scopes: Scope[] }) | undefined> {
  const [row] = await sql<(ViewerRow & { tokenId: string; scopes: Scope[]; stale: boolean })[]>`
    SELECT u.id, u.handle, u.display_name AS "displayName", u.role, u.created_at AS "createdAt", t.id AS "tokenId", t.scopes,
      t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute' AS stale
    FROM api_tokens t JOIN users u ON u.id = t.user_id
    WHERE t.hash = ${hash} AND u.suspended_at IS NULL`;
  if (!row) return undefined;
  // Once a minute is exact enough, and spares a write on every call.
  if (row.stale) await sql`UPDATE api_tokens SET last_used_at = now() WHERE id = ${row.tokenId}`;
  return row;
}

/** Moves the end of a session on. */
export async function renewSession(sql: postgres.Sql, token: string, seconds: number): Promise<void> {
  await sql`
    UPDATE sessions SET expires_at = now() + make_interval(secs => ${seconds}), updated_at = now()
    WHERE token = ${token} AND expires_at > now()`;
}

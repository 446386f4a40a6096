import { createHmac, randomBytes } from 'node:crypto';
import type postgres from 'postgres';
import { hashToken, newApiToken } from '@/lib/auth/api-token';
import { HINT_COOKIE, sessionCookieName } from '@/lib/auth/session-cookie';
import type { Scope } from '@/src/accounts';

type Server = { url: string; secret: string };

/** A session as sign-in leaves it: the row, and the cookies by name. */
export async function openSession(
  sql: postgres.Sql,
  userId: string,
  { url, secret }: Server,
): Promise<Record<string, string>> {
  const token = randomBytes(24).toString('base64url');
  await sql`
    INSERT INTO sessions (id, token, user_id, expires_at)
    VALUES (${randomBytes(12).toString('hex')}, ${token}, ${userId}, now() + interval '1 day')`;
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return { [sessionCookieName(new URL(url))]: encodeURIComponent(`${token}.${signature}`), [HINT_COOKIE]: '1' };
}

export const cookieHeader = (cookies: Record<string, string>): string =>
  Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');

/** An API token of a person. */
export async function addToken(sql: postgres.Sql, userId: string, scopes: readonly Scope[]): Promise<string> {
  const { token, prefix } = newApiToken();
  await sql`
    INSERT INTO api_tokens (id, user_id, name, hash, prefix, scopes)
    VALUES (${randomBytes(12).toString('hex')}, ${userId}, 'test', ${hashToken(token)}, ${prefix}, ${[...scopes]}::text[])`;
  return token;
}

import { limit } from '@/lib/db/rate-limit';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { auth } from './auth';
import { database } from './context';
import { endPreviousSession } from './end-session';

type Used = { token: string; client: string; headers: Headers };
export type UseRefusal = Refusal<'bad-link' | 'too-many' | 'account_suspended'>;

const TOKEN = /^[A-Za-z]{32}$/;

/** Whether a link can still be used, and for whose address; it stays unused. */
export async function lookAtLink(token: string): Promise<string | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const { internalAdapter } = await auth().$context;
  const kept = await internalAdapter.findVerificationValue(await linkIdentifier(token));
  if (!kept || kept.expiresAt <= new Date()) return undefined;
  const value: unknown = JSON.parse(kept.value);
  return typeof value === 'object' && value !== null && 'email' in value ? String(value.email) : undefined;
}

// As better-auth's magic-link plugin names what it stores: the token's SHA-256 in base64url without padding.
async function linkIdentifier(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return `magic-link:${Buffer.from(digest).toString('base64url')}`;
}

/** Uses a link up and opens a session: the Set-Cookie lines for it. Of two uses at once exactly one succeeds. */
export async function useLink({ token, client, headers }: Used): Promise<Result<string[], UseRefusal>> {
  const guesses = await limit(database(), { key: `use-link ${client}`, max: 60, perSeconds: 900 });
  if (!guesses.allowed) return refuse('too-many', 'Too many links were tried.');
  if (!TOKEN.test(token)) return refuse('bad-link', 'This is not one of our links.');
  const answer = await auth().api.magicLinkVerify({ query: { token }, headers, asResponse: true });
  if (answer.status === 403) return refuse('account_suspended', 'This account is suspended.');
  const cookies = answer.headers.getSetCookie();
  if (answer.status !== 200 || cookies.length === 0)
    return refuse('bad-link', 'This link has been used or is too old.');
  await endPreviousSession(headers);
  return ok(cookies);
}

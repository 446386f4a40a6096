import { AUTH_PATH, providerAuth } from '@/lib/auth/auth';
import { database } from '@/lib/auth/context';
import { endPreviousSession } from '@/lib/auth/end-session';
import { providersOf } from '@/lib/auth/providers';
import { hintCookie, sessionCookieName } from '@/lib/auth/session-cookie';
import { limit } from '@/lib/db/rate-limit';
import { env } from '@/lib/env';
import { clientKey } from '@/lib/next/client-address';
import { pathWith, seeOther } from '@/lib/next/form';
import { castMeantVote } from '@/lib/next/votes/cast-meant-vote';
import { siteOrigin } from '@/lib/site-origin';

/** The answer to every other address and method. */
export const notServed = (): Response => Response.json({ error: 'Not found' }, { status: 404 });

/**
 * The one address of better-auth's that the world can reach: where a provider sends a browser back to. Everything else
 * that it offers (profile updates, sessions, tokens of providers) has pages and rules of ours in its place.
 */
export async function providerCallback(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const provider = providersOf(env()).find(({ id }) => pathname === `${AUTH_PATH}/callback/${id}`);
  if (!provider) return notServed();
  const client = clientKey(request.headers);
  const allowed = await limit(database(), { key: `callback ${client}`, max: 60, perSeconds: 900 });
  if (!allowed.allowed) return seeOther(pathWith('/sign-in', { error: 'too-many' }));
  const site = siteOrigin();
  // Under the public address, whatever name this server was reached by.
  const answer = await providerAuth().handler(
    new Request(new URL(pathname + search, site), { headers: request.headers }),
  );
  const headers = new Headers(answer.headers);
  headers.set('cache-control', 'private, no-store');
  const sessionCookies = answer.headers.getSetCookie();
  if (sessionCookies.some((cookie) => cookie.startsWith(`${sessionCookieName(site)}=`))) {
    await endPreviousSession(request.headers);
    const cast = await castMeantVote({ headers: request.headers, sessionCookies, now: new Date() });
    if (cast) headers.set('location', pathWith('/welcome', { next: cast.next }));
    for (const cookie of [hintCookie(site), ...(cast?.cookies ?? [])]) headers.append('set-cookie', cookie);
  }
  return new Response(null, { status: answer.status === 302 ? 303 : answer.status, headers });
}

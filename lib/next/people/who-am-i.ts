import { database } from '@/lib/auth/context';
import {
  clearedSessionCookies,
  HINT_COOKIE,
  hasCookie,
  hintCookie,
  renewedCookie,
  SESSION_SECONDS,
} from '@/lib/auth/session-cookie';
import { sessionOf } from '@/lib/auth/viewer';
import { renewSession } from '@/lib/db/viewer-store';
import { siteOrigin } from '@/lib/site-origin';
import { isPlaceholderAddress } from '@/src/accounts';

const DAY_MS = 86_400_000;

/** Who is signed in, for the masthead. Asked only while the hint cookie is there; moves a used session's end on. */
export async function whoAmI(request: Request): Promise<Response> {
  const { headers } = request;
  const signedIn = await sessionOf(request);
  const site = siteOrigin();
  if (!signedIn) return answer({ signedIn: false }, hasCookie(headers, HINT_COOKIE) ? clearedSessionCookies(site) : []);
  const { viewer, token, renewedAt, email } = signedIn;
  const cookies: string[] = [];
  if (Date.now() - renewedAt.getTime() > DAY_MS) {
    await renewSession(database(), token, SESSION_SECONDS);
    cookies.push(renewedCookie(headers, site), hintCookie(site));
  }
  const { handle, displayName, role } = viewer;
  const own = isPlaceholderAddress(email) ? {} : { email };
  return answer({ signedIn: true, handle, displayName, role, avatarUrl: `/avatars/${handle}.svg`, ...own }, cookies);
}

function answer(body: object, cookies: readonly string[]): Response {
  const headers = new Headers({ 'cache-control': 'private, no-store', vary: 'Cookie' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return Response.json(body, { headers });
}

import { siteOrigin } from '@/lib/site-origin';
import { authSecret, database } from './context';
import { sessionToken } from './session-cookie';

/** Ends the session that the request's cookie names, so that a cookie which was there before opens nothing. */
export async function endPreviousSession(headers: Headers): Promise<void> {
  const token = sessionToken(headers, siteOrigin(), authSecret());
  if (token !== undefined) await database()`DELETE FROM sessions WHERE token = ${token}`;
}

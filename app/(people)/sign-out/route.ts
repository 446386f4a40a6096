import { endPreviousSession } from '@/lib/auth/end-session';
import { clearedSessionCookies } from '@/lib/auth/session-cookie';
import { seeOther } from '@/lib/next/form';
import { guardOrigin } from '@/lib/next/guard-origin';
import { siteOrigin } from '@/lib/site-origin';

/** Ends this browser's session. */
export async function POST(request: Request): Promise<Response> {
  const foreign = guardOrigin(request);
  if (foreign) return foreign;
  await endPreviousSession(request.headers);
  return seeOther('/', clearedSessionCookies(siteOrigin()));
}

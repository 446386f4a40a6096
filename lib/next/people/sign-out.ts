import { endPreviousSession } from '@/lib/auth/end-session';
import { seeOther } from '@/lib/next/form';
import { guardOrigin } from '@/lib/next/guard-origin';
import { signedOut } from './cookies';

/** Ends this browser's session. */
export async function signOut(request: Request): Promise<Response> {
  const foreign = guardOrigin(request);
  if (foreign) return foreign;
  await endPreviousSession(request.headers);
  return seeOther('/', signedOut());
}

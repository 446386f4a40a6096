import { requestLink } from '@/lib/auth/request-link';
import { setCookie } from '@/lib/auth/session-cookie';
import { clientKey } from '@/lib/next/client-address';
import { notAForm, pathWith, readForm, seeOther } from '@/lib/next/form';
import { guardOrigin } from '@/lib/next/guard-origin';
import { siteOrigin } from '@/lib/site-origin';
import { sameSitePath } from '@/src/shared';

/** Mails a sign-in link and leads to the page that says so. */
export async function POST(request: Request): Promise<Response> {
  const foreign = guardOrigin(request);
  if (foreign) return foreign;
  const form = await readForm(request);
  if (!form) return notAForm();
  const next = sameSitePath(form.get('next'));
  const sent = await requestLink({
    email: form.get('email'),
    next,
    client: clientKey(request.headers),
    headers: request.headers,
  });
  if (!sent.ok) return seeOther(pathWith('/sign-in', { next: next === '/' ? '' : next, error: sent.refusal.code }));
  // The next page names the address, so that a slip of the finger is seen; it is nobody else's business, so no query.
  const note = setCookie('broadsheet.mailed', sent.value, { site: siteOrigin(), maxAge: 900, path: '/sign-in/check' });
  return seeOther('/sign-in/check', [note]);
}

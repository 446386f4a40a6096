import { requestLink } from '@/lib/auth/request-link';
import { clientKey } from '@/lib/next/client-address';
import { notAForm, pathWith, readForm, seeOther } from '@/lib/next/form';
import { guardOrigin } from '@/lib/next/guard-origin';
import { sameSitePath } from '@/src/shared';
import { rememberMailed } from './mailed-address';

/** Mails a sign-in link and leads to the page that says so. */
export async function mailLink(request: Request): Promise<Response> {
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
  return seeOther('/sign-in/check', [rememberMailed(sent.value)]);
}

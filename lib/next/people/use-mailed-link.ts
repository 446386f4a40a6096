import { useLink } from '@/lib/auth/use-link';
import { clientKey } from '@/lib/next/client-address';
import { notAForm, pathWith, readForm, seeOther } from '@/lib/next/form';
import { guardOrigin } from '@/lib/next/guard-origin';
import { castMeantVote } from '@/lib/next/votes/cast-meant-vote';
import { sameSitePath } from '@/src/shared';
import { signedIn } from './cookies';

/** The button behind a mailed link: uses it up, opens a session, and leads to where the person was going. */
export async function useMailedLink(request: Request): Promise<Response> {
  const foreign = guardOrigin(request);
  if (foreign) return foreign;
  const form = await readForm(request);
  if (!form) return notAForm();
  const next = sameSitePath(form.get('next'));
  const { headers } = request;
  const used = await useLink({ token: form.get('token') ?? '', client: clientKey(headers), headers });
  if (!used.ok) return seeOther(pathWith('/sign-in', { next: next === '/' ? '' : next, error: used.refusal.code }));
  const cast = await castMeantVote({ headers, sessionCookies: used.value, now: new Date() });
  const cookies = [...signedIn(used.value), ...(cast?.cookies ?? [])];
  return seeOther(pathWith('/welcome', { next: cast?.next ?? next }), cookies);
}

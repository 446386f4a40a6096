import { pathWith, seeOther } from '@/lib/next/form';
import type { SignedForm } from '@/lib/next/signed-form';
import { signedForm } from '@/lib/next/signed-form';
import { services } from '@/lib/services';
import { ROLES } from '@/src/accounts';
import { ACCOUNT_ACTS, changeRole, refusal, suspendAccount } from '@/src/moderation';

/** Suspends an account, lets it back in, or gives it another role. */
export async function POST(request: Request): Promise<Response> {
  const sent = await signedForm(request, () => '/admin/people');
  if (sent instanceof Response) return sent;
  const done = await act(sent);
  const outcome = done.ok ? { done: '1' } : { problem: done.refusal.code };
  return seeOther(pathWith('/admin/people', { q: sent.form.get('handle')?.slice(0, 30), ...outcome }));
}

function act({ form, viewer }: SignedForm) {
  const asked = form.get('act') ?? '';
  const userId = form.get('person') ?? '';
  const reason = form.get('reason') ?? '';
  const now = new Date();
  const store = services().moderation;
  const suspension = ACCOUNT_ACTS.find((known) => known === asked);
  if (suspension) return suspendAccount(store, { viewer, input: { act: suspension, userId, reason }, now });
  const to = ROLES.find((role) => asked === `role:${role}`);
  return to ? changeRole(store, { viewer, input: { userId, to, reason }, now }) : refusal('bad-act');
}

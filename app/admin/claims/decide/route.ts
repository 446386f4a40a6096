import { pathWith, seeOther } from '@/lib/next/form';
import { signedForm } from '@/lib/next/signed-form';
import { services } from '@/lib/services';
import { CLAIM_DECISIONS, decideClaim, refusal } from '@/src/moderation';

/** Confirms somebody as an author of a paper, or does not. */
export async function POST(request: Request): Promise<Response> {
  const sent = await signedForm(request, () => '/admin/claims');
  if (sent instanceof Response) return sent;
  const { form, viewer } = sent;
  const to = CLAIM_DECISIONS.find((known) => known === form.get('act'));
  const input = { userId: form.get('person') ?? '', paper: form.get('paper') ?? '', reason: form.get('reason') ?? '' };
  const done = to
    ? await decideClaim(services().moderation, { viewer, input: { ...input, to }, now: new Date() })
    : refusal('bad-act');
  return seeOther(pathWith('/admin/claims', done.ok ? { done: '1' } : { problem: done.refusal.code }));
}

import { pathWith, seeOther } from '@/lib/next/form';
import { signedForm } from '@/lib/next/signed-form';
import { services } from '@/lib/services';
import { ITEM_ACTS, ITEM_KINDS, moderateItem, refusal } from '@/src/moderation';

/** Does to a paper or comment what a moderator decided. */
export async function POST(request: Request): Promise<Response> {
  const sent = await signedForm(request, () => '/admin/queue');
  if (sent instanceof Response) return sent;
  const { form, viewer } = sent;
  const kind = ITEM_KINDS.find((known) => known === form.get('kind'));
  const act = ITEM_ACTS.find((known) => known === form.get('act'));
  const id = form.get('id') ?? '';
  const input = kind && act && { kind, id, act, reason: form.get('reason') ?? '' };
  const done = input
    ? await moderateItem(services().moderation, { viewer, input, now: new Date() })
    : refusal('bad-act');
  return seeOther(pathWith('/admin/item', { kind, id, ...(done.ok ? { done: '1' } : { problem: done.refusal.code }) }));
}

import { pathWith, seeOther } from '@/lib/next/form';
import { changeWebhook } from '@/lib/next/people/change-webhook';
import { personAction } from '@/lib/next/people/person-action';

const PAGE = '/settings/webhooks';

/** Tests a webhook, switches it on again, gives it a new secret, or removes it. */
export const POST = personAction(PAGE, async ({ form, session }) => {
  const deed = form.get('deed') ?? '';
  const done = await changeWebhook({ viewer: session.viewer, id: form.get('webhook') ?? '', deed });
  return seeOther(pathWith(PAGE, done.ok ? { done: done.value } : { problem: done.refusal.code }));
});

import { pathWith, seeOther } from '@/lib/next/form';
import { addFormWebhook } from '@/lib/next/people/add-webhook';
import { personAction } from '@/lib/next/people/person-action';

const PAGE = '/settings/webhooks';

/** Adds a webhook of one's own, or for administrators of the instance. */
export const POST = personAction(PAGE, async ({ form, session }) => {
  const added = await addFormWebhook(session.viewer, form);
  return seeOther(pathWith(PAGE, added.ok ? { done: 'added' } : { problem: added.refusal.code }));
});

import { pathWith, seeOther } from '@/lib/next/form';
import { personAction } from '@/lib/next/people/person-action';
import { services } from '@/lib/services';
import { updateProfile } from '@/src/accounts';

/** Changes the display name and whether upvotes are shown. */
export const POST = personAction('/settings', async ({ form, session }) => {
  const input = { displayName: form.get('displayName') ?? '', upvotesHidden: form.get('upvotesHidden') === 'on' };
  const saved = await updateProfile({ viewer: session.viewer, input, now: new Date(), store: services().accounts });
  return seeOther(pathWith('/settings', saved.ok ? { done: 'profile' } : { problem: saved.refusal.code }));
});

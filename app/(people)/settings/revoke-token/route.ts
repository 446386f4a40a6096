import { pathWith, seeOther } from '@/lib/next/form';
import { personAction } from '@/lib/next/people/person-action';
import { services } from '@/lib/services';
import { revokeToken } from '@/src/accounts';

const PAGE = '/settings/tokens';

/** Makes one of a person's API tokens worthless. */
export const POST = personAction(PAGE, async ({ form, session }) => {
  const input = { id: form.get('token') ?? '' };
  const gone = await revokeToken({ viewer: session.viewer, input, now: new Date(), store: services().accounts });
  return seeOther(pathWith(PAGE, gone.ok ? { done: 'revoked' } : { problem: gone.refusal.code }));
});

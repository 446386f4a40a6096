import { pathWith, seeOther } from '@/lib/next/form';
import { signedOut } from '@/lib/next/people/cookies';
import { personAction } from '@/lib/next/people/person-action';
import { services } from '@/lib/services';
import { deleteAccount } from '@/src/accounts';

const PAGE = '/settings/data';

/** Removes a person's account, once he has typed his handle. */
export const POST = personAction(PAGE, async ({ form, session }) => {
  const input = { handle: form.get('handle') ?? '' };
  const deleted = await deleteAccount({ viewer: session.viewer, input, now: new Date(), store: services().accounts });
  if (!deleted.ok) return seeOther(pathWith(PAGE, { problem: deleted.refusal.code }));
  return seeOther('/sign-in?done=deleted', signedOut());
});

import { pathWith, seeOther } from '@/lib/next/form';
import { signedOut } from '@/lib/next/people/cookies';
import { personAction } from '@/lib/next/people/person-action';
import { services } from '@/lib/services';
import { revokeSession } from '@/src/accounts';

const PAGE = '/settings/sessions';

/** Ends one of a person's sessions; ending the one that asks signs out. */
export const POST = personAction(PAGE, async ({ form, session }) => {
  const id = form.get('session') ?? '';
  const ended = await revokeSession({
    viewer: session.viewer,
    input: { id },
    now: new Date(),
    store: services().accounts,
  });
  if (ended.ok && id === session.sessionId) return seeOther('/', signedOut());
  return seeOther(pathWith(PAGE, ended.ok ? { done: 'session' } : { problem: ended.refusal.code }));
});

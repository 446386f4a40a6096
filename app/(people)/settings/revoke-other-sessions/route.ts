import { pathWith, seeOther } from '@/lib/next/form';
import { personAction } from '@/lib/next/people/person-action';
import { services } from '@/lib/services';
import { revokeOtherSessions } from '@/src/accounts';

const PAGE = '/settings/sessions';

/** Ends all of a person's sessions but the one that asks. */
export const POST = personAction(PAGE, async ({ session }) => {
  const ended = await revokeOtherSessions({
    viewer: session.viewer,
    input: { id: session.sessionId },
    now: new Date(),
    store: services().accounts,
  });
  return seeOther(pathWith(PAGE, ended.ok ? { done: 'others' } : { problem: ended.refusal.code }));
});

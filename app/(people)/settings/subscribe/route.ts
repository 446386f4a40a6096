import { env } from '@/lib/env';
import { pathWith, seeOther } from '@/lib/next/form';
import { personAction } from '@/lib/next/people/person-action';
import { preferencesIn } from '@/lib/next/subscriptions/preferences-form';
import { services } from '@/lib/services';
import { subscribeAccount } from '@/src/subscriptions';

const PAGE = '/settings/digest';

/** Subscribes a signed-in reader's own address. */
export const POST = personAction(PAGE, async ({ form, session }) => {
  const asked = {
    ...{ viewer: session.viewer, input: preferencesIn(form) },
    ...{ carried: env().ARXIV_CATEGORIES, now: new Date() },
  };
  const subscribed = await subscribeAccount(services().subscriptions, asked);
  return seeOther(pathWith(PAGE, subscribed.ok ? {} : { problem: subscribed.refusal.code }));
});

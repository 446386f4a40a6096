import { pathWith, seeOther } from '@/lib/next/form';
import { subscriptionAction } from '@/lib/next/subscriptions/subscription-action';
import { services } from '@/lib/services';
import { eraseSubscription } from '@/src/subscriptions';

/** Removes all that is kept of a subscriber, once he has ticked that he means it. */
export const POST = subscriptionAction(async ({ subscriberId, form }) => {
  if (form.get('sure') !== 'on') return { problem: 'Tick the box first, if you want all of it to be deleted.' };
  await eraseSubscription(services().subscriptions, subscriberId);
  return seeOther(pathWith('/subscribe', { done: 'erased' }));
});

import { subscriptionAction } from '@/lib/next/subscriptions/subscription-action';
import { services } from '@/lib/services';
import { resumeSubscription } from '@/src/subscriptions';

/** Goes on after a pause, or after unsubscribing. */
export const POST = subscriptionAction(async (managed) => {
  const resumed = await resumeSubscription(services().subscriptions, managed);
  return resumed.ok ? { done: 'resumed' } : { problem: resumed.refusal.message };
});

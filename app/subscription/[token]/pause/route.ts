import { subscriptionAction } from '@/lib/next/subscriptions/subscription-action';
import { services } from '@/lib/services';
import { pauseSubscription } from '@/src/subscriptions';

/** Sends nothing for a while. */
export const POST = subscriptionAction(async (managed) => {
  const paused = await pauseSubscription(services().subscriptions, managed);
  return paused.ok ? { done: 'paused' } : { problem: paused.refusal.message };
});

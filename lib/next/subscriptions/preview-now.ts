import { services } from '@/lib/services';
import { subscriptionAction } from './subscription-action';

export const previewNow = subscriptionAction(async ({ subscriberId, now }) => {
  const sent = await services().previews.send(subscriberId, now);
  return sent.ok ? { done: 'previewed' } : { problem: sent.refusal.message };
});

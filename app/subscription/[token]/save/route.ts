import { env } from '@/lib/env';
import { preferencesIn } from '@/lib/next/subscriptions/preferences-form';
import { subscriptionAction } from '@/lib/next/subscriptions/subscription-action';
import { services } from '@/lib/services';
import { changePreferences } from '@/src/subscriptions';

/** Changes what a subscriber gets and when. */
export const POST = subscriptionAction(async ({ form, ...managed }) => {
  const wanted = { ...managed, input: preferencesIn(form), carried: env().ARXIV_CATEGORIES };
  const changed = await changePreferences(services().subscriptions, wanted);
  return changed.ok ? { done: 'saved' } : { problem: changed.refusal.message };
});

import { limited } from '@/lib/next/people/limited';
import { subscriptionAction } from '@/lib/next/subscriptions/subscription-action';
import { services } from '@/lib/services';
import { exportSubscription } from '@/src/subscriptions';

/** All that is kept of a subscriber, as a JSON file. */
export const POST = subscriptionAction(async ({ subscriberId, now }) => {
  if (await limited({ key: `export subscriber ${subscriberId}`, max: 10, perSeconds: 3_600 }))
    return { problem: 'You have exported your data often. Try again in an hour.' };
  const kept = await exportSubscription(services().subscriptions, { subscriberId, now });
  if (!kept.ok) return { problem: kept.refusal.message };
  return new Response(`${JSON.stringify(kept.value, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="subscription-${now.toISOString().slice(0, 10)}.json"`,
      'cache-control': 'private, no-store',
    },
  });
});

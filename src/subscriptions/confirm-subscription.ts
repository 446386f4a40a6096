import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { nextDue } from './next-due';
import type { Preferences } from './preferences';
import { firstWindow, type Subscriber } from './subscriber';
import type { Due, OpenLink, SubscriptionStore } from './subscription-store';

export type BadLink = Refusal<'bad-link'>;

const badLink = () => refuse('bad-link', 'This link no longer works. Ask for a new one; it comes to the same address.');

/** What makes a subscriber active from now on. */
export const dueFrom = (preferences: Preferences, now: Date): Due => ({
  preferences,
  nextDueAt: nextDue(preferences, now),
  coveredFrom: firstWindow(preferences, now),
  now,
});

/** Looks at a mailed link without using it up. */
export async function readLink(
  store: SubscriptionStore,
  { hash, now }: { hash: string; now: Date },
): Promise<Result<OpenLink, BadLink>> {
  const link = await store.link(hash, now);
  // Whoever left after he had confirmed does not come back by the old link.
  if (!link || (link.used && link.subscriber.status === 'unsubscribed')) return badLink();
  return ok(link);
}

/**
 * Confirms a subscription by its mailed link: from now on the digest comes, with the preferences asked for together with
 * this link. The first edition holds the last day's papers (a weekly one's the last week's). A second press changes nothing.
 */
export async function confirmSubscription(
  store: SubscriptionStore,
  { hash, now }: { hash: string; now: Date },
): Promise<Result<Subscriber, BadLink>> {
  const link = await readLink(store, { hash, now });
  if (!link.ok) return link;
  const { scope, used, wanted, subscriber } = link.value;
  if (scope !== 'confirm') return badLink();
  if (!used) await store.confirm(hash, dueFrom(wanted ?? subscriber.preferences, now));
  const confirmed = await store.byId(subscriber.id);
  return confirmed && confirmed.status !== 'pending' ? ok(confirmed) : badLink();
}

/** Refuses mail to an address for good, by the link that came to it; for people whom somebody else had entered. */
export async function refuseMail(
  store: SubscriptionStore,
  { hash, now }: { hash: string; now: Date },
): Promise<Result<null, BadLink>> {
  const link = await readLink(store, { hash, now });
  if (!link.ok) return link;
  const { scope, subscriber } = link.value;
  if (scope !== 'confirm' || subscriber.status !== 'pending') return badLink();
  const emailKey = subscriber.email.toLowerCase();
  await store.suppress({ emailKey, reason: 'manual', detail: 'Refused by the owner of the address.' });
  await store.erase(subscriber.id);
  return ok(null);
}

import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { dueFrom } from './confirm-subscription';
import { nextDue } from './next-due';
import { type BadPreferences, type PreferencesInput, parsePreferences } from './preferences';
import type { SubscriptionStore } from './subscription-store';

/** Whoever holds a subscriber's link may do all of this; the caller has read the id from the link. */
type Managed = { subscriberId: string; now: Date };

export type Gone = Refusal<'no-such-subscription'>;

const gone = () => refuse('no-such-subscription', 'There is no such subscription any more. You can subscribe again.');

/** Changes what a subscriber gets and when. */
export async function changePreferences(
  store: SubscriptionStore,
  { subscriberId, input, carried, now }: Managed & { input: PreferencesInput; carried: readonly string[] },
): Promise<Result<null, BadPreferences | Gone>> {
  const preferences = parsePreferences(input, carried);
  if (!preferences.ok) return preferences;
  const change = { preferences: preferences.value, nextDueAt: nextDue(preferences.value, now), now };
  return (await store.change(subscriberId, change)) ? ok(null) : gone();
}

/** Sends nothing until the subscriber resumes. */
export async function pauseSubscription(
  store: SubscriptionStore,
  { subscriberId, now }: Managed,
): Promise<Result<null, Gone>> {
  if (await store.pause(subscriberId, now)) return ok(null);
  return (await store.byId(subscriberId)) ? ok(null) : gone();
}

/**
 * Goes on after a pause, or after unsubscribing. What came meanwhile is not made up for: the next edition begins at most a
 * day (a week for a weekly one) ago.
 */
export async function resumeSubscription(
  store: SubscriptionStore,
  { subscriberId, now }: Managed,
): Promise<Result<null, Gone>> {
  const subscriber = await store.byId(subscriberId);
  if (!subscriber) return gone();
  await store.resume(subscriberId, dueFrom(subscriber.preferences, now));
  return ok(null);
}

/** Ends a subscription, at once. To do it again, or after it was erased, is no mistake. */
export async function unsubscribe(store: SubscriptionStore, { subscriberId, now }: Managed): Promise<void> {
  await store.unsubscribe(subscriberId, now);
}

/** Removes all that is kept of a subscriber, but for the entry that stops mail to an address that refused it. */
export async function eraseSubscription(store: SubscriptionStore, subscriberId: string): Promise<void> {
  await store.erase(subscriberId);
}

/** All that is kept of a subscriber, for his export. */
export async function exportSubscription(
  store: SubscriptionStore,
  { subscriberId, now }: Managed,
): Promise<Result<Record<string, unknown>, Gone>> {
  const kept = await store.exportOf(subscriberId);
  return kept ? ok({ exportedAt: now.toISOString(), ...kept }) : gone();
}

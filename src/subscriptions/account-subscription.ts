import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { dueFrom } from './confirm-subscription';
import { type BadPreferences, type PreferencesInput, parsePreferences } from './preferences';
import type { SubscriptionStore } from './subscription-store';

type Asked = { viewer: Viewer | null; input: PreferencesInput; carried: readonly string[]; now: Date };

/**
 * Subscribes a signed-in reader's own address, at once: signing in has confirmed it. Refuses accounts without a confirmed
 * address.
 */
export async function subscribeAccount(
  store: SubscriptionStore,
  { viewer, input, carried, now }: Asked,
): Promise<Result<null, NotPermitted | BadPreferences | Refusal<'no-address'>>> {
  const may = permit(viewer, 'subscribe', now);
  if (!may.ok) return may;
  const preferences = parsePreferences(input, carried);
  if (!preferences.ok) return preferences;
  if (await store.subscribeUser(may.value.id, dueFrom(preferences.value, now))) return ok(null);
  return refuse('no-address', 'This account has no confirmed e-mail address. Subscribe with an address instead.');
}

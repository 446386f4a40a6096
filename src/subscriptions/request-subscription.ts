import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { type BadAddress, parseMailAddress } from './email-address';
import type { Letters } from './letters';
import { type BadPreferences, type PreferencesInput, parsePreferences } from './preferences';
import type { SubscriptionStore } from './subscription-store';

/** How long a mailed link about a subscription can be used. */
export const LINK_HOURS = 48;
const LINKS_PER_DAY = 3;
const HOUR_S = 3_600;
// A lecture hall may sit behind one address.
const PER_CLIENT = 30;

type Ports = {
  store: SubscriptionStore;
  letters: Letters;
  /** A new secret and what is kept of it. */
  newSecret: () => { secret: string; hash: string };
};
type Asked = {
  input: PreferencesInput & { email?: unknown };
  /** Who asks, as a key for limits. */
  client: string;
  /** The categories that the instance carries. */
  carried: readonly string[];
  now: Date;
};

export type AskRefusal = BadAddress | BadPreferences | Refusal<'too-many'>;

/**
 * Asks for the digest to be sent to an address: mails it a link, at most three a day. What is answered, and how long that
 * takes, is the same whether the address is new, asked before, subscribed or on the suppression list. Refuses what cannot
 * be an address or preferences, and a client that asks too often.
 */
export async function requestSubscription(
  { store, letters, newSecret }: Ports,
  { input: { email, ...wanted }, client, carried, now }: Asked,
): Promise<Result<null, AskRefusal>> {
  const address = parseMailAddress(email);
  if (!address.ok) return address;
  const preferences = parsePreferences(wanted, carried);
  if (!preferences.ok) return preferences;
  const pace = await store.limit({ key: `subscribe client ${client}`, max: PER_CLIENT, perSeconds: HOUR_S });
  if (!pace.allowed) return refuse('too-many', 'Too many addresses were subscribed from here. Try again in an hour.');
  const { secret, hash } = newSecret();
  const asked = await store.ask({
    ...address.value,
    preferences: preferences.value,
    token: { hash, expiresAt: new Date(now.getTime() + LINK_HOURS * HOUR_S * 1_000) },
    perDay: LINKS_PER_DAY,
    now,
  });
  if (asked.kind !== 'enough' && !asked.suppressed) {
    if (asked.kind === 'confirm') letters.confirmation(asked.email, secret);
    else letters.reminder(asked.email, secret);
  }
  return ok(null);
}

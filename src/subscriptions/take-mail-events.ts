import { parseMailAddress } from './email-address';
import type { SubscriptionStore } from './subscription-store';

/** What became of a mail, as a provider tells. A soft bounce may go through another time. */
export type MailEvent = { email: string; type: 'hard-bounce' | 'soft-bounce' | 'complaint' | 'other'; detail: string };

export type TakenEvents = { suppressed: number; soft: number; ignored: number };

/**
 * Stops mail to addresses that bounced for good or complained; soft bounces and all else only count. The counts are of the
 * events, whether an address is known here or not, and events that come again change nothing.
 */
export async function takeMailEvents(store: SubscriptionStore, events: readonly MailEvent[]): Promise<TakenEvents> {
  const taken: TakenEvents = { suppressed: 0, soft: 0, ignored: 0 };
  for (const { email, type, detail } of events) {
    const address = parseMailAddress(email);
    if (type === 'soft-bounce') taken.soft += 1;
    else if (type === 'other' || !address.ok) taken.ignored += 1;
    else {
      await store.suppress({ emailKey: address.value.key, reason: type, detail });
      taken.suppressed += 1;
    }
  }
  return taken;
}

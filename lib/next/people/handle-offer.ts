import { services } from '@/lib/services';
import { isPlaceholderAddress, proposeHandles } from '@/src/accounts';

/** A free handle to offer a person, from his name or else his address, which only he is shown; empty without any. */
export async function handleOffer(userId: string): Promise<string> {
  const { accounts } = services();
  const self = await accounts.findSelf(userId);
  if (!self) return '';
  const local = isPlaceholderAddress(self.email) ? '' : (self.email.split('@')[0] ?? '');
  const year = new Date().getUTCFullYear();
  const offers = [...proposeHandles(self.displayName, year), ...proposeHandles(local, year)];
  return (await accounts.freeHandles(offers))[0] ?? '';
}

import { env } from '@/lib/env';
import { addressKey } from './address-key';
import { isOwnServer } from './own-server';

/**
 * Who asks, as a key for limits: what our server says (a client cannot), else what the trusted proxies saw.
 */
export function clientKey(headers: Headers): string {
  const address = isOwnServer() ? headers.get('x-client-address') : seenByProxies(headers, env().TRUST_PROXY);
  if (!address) return 'unknown';
  return addressKey(address);
}

function seenByProxies(headers: Headers, hops: number): string | undefined {
  if (hops === 0) return undefined;
  const seen = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  return seen.filter(Boolean).at(-hops);
}

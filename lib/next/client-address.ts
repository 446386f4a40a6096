import { isIPv6 } from 'node:net';
import { env } from '@/lib/env';
import { isOwnServer } from './own-server';

/**
 * Who asks, as a key for limits: what our server says (a client cannot), else what the trusted proxies saw. A provider
 * hands whole /64 networks to one customer, so that all addresses of one count as the same.
 */
export function clientKey(headers: Headers): string {
  const address = isOwnServer() ? headers.get('x-client-address') : seenByProxies(headers, env().TRUST_PROXY);
  if (!address) return 'unknown';
  return isIPv6(address) ? network(address) : address;
}

function seenByProxies(headers: Headers, hops: number): string | undefined {
  if (hops === 0) return undefined;
  const seen = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  return seen.filter(Boolean).at(-hops);
}

function network(address: string): string {
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

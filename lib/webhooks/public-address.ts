import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether an address is one of the open internet: no loopback, private, link-local, carrier's, metadata or tunnelled one. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address in IPv6's clothes is judged as what it is.
  return ipaddr.process(address).range() === 'unicast';
}

export class PrivateAddress extends Error {
  override name = 'PrivateAddress';
  constructor() {
    super('the address leads into a private network');
  }
}

type Resolve = typeof systemLookup;

/**
 * A lookup for a socket that connects to public addresses only. The check is made on the very addresses that the socket then
 * uses, so that a name that answers differently the second time gains nothing.
 */
export const publicLookup =
  (resolve: Resolve = systemLookup): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      if (found.length === 0 || !found.every(({ address }) => isPublicAddress(address)))
        return callback(new PrivateAddress(), '', 0);
      const [first] = found;
      return options.all ? callback(null, found) : callback(null, first?.address ?? '', first?.family ?? 4);
    });
  };

/** Whether a host written as an address, for which no socket looks anything up, may be called. */
export function isCallableHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 || isPublicAddress(bare);
}

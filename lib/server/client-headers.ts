import type { IncomingHttpHeaders } from 'node:http';

/** How the instance is reached from outside. */
export type Site = {
  origin: URL;
  /** Proxies of ours in front, each of which appends to X-Forwarded-For. */
  trustedProxies: number;
};

// What only our server or Next itself may say to the application. Next breaks on a state tree that it cannot read, with a
// 500; without one it answers all the same.
const INTERNAL =
  /^(?:content-security-policy|x-nonce|x-forwarded-|x-real-ip$|forwarded$|x-client-address$|x-middleware-|x-nextjs-|x-next-|next-(?!action$|router-(?!state-tree$)|url$)|x-matched-path$|x-invoke-|x-action-|x-now-|x-vercel-|x-prerender-|x-broadsheet-|transfer-encoding$|connection$|keep-alive$|upgrade$|expect$|te$|trailer$|proxy-)/;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The headers that the application sees: the client's, without those that steer Next or claim an address, and with the
 * public address in place of whatever Host the client made up.
 */
export function applicationHeaders(headers: IncomingHttpHeaders, site: Site, address: string): IncomingHttpHeaders {
  const kept: IncomingHttpHeaders = {};
  for (const [name, value] of Object.entries(headers)) if (!INTERNAL.test(name)) kept[name] = value;
  const local = isLocal(headers, address) ? { [LOCAL_HEADER]: '1' } : {};
  return { ...kept, ...siteHeaders(site, headers.host), 'x-client-address': address, ...local };
}

/** Says that a request was made on this very machine; what `/dev/mail` opens for. */
const LOCAL_HEADER = 'x-broadsheet-local';

// A proxy on this machine also connects from a loopback address, but says whom it speaks for, or names another host;
// so does a page whose name was rebound to 127.0.0.1.
function isLocal(headers: IncomingHttpHeaders, address: string): boolean {
  const own = /^(?:::1|127\.\d+\.\d+\.\d+)$/.test(address);
  const { name } = splitHost(headers.host ?? '');
  const relayed = Object.keys(headers).some((header) => /^(?:x-forwarded-|forwarded$|via$|x-real-ip$)/.test(header));
  return own && LOOPBACK.has(name) && !relayed;
}

/** The headers of a rendering that serves everybody: nothing of any one client. */
export const sharedHeaders = (site: Site): IncomingHttpHeaders => ({
  ...siteHeaders(site, undefined),
  accept: 'text/html,*/*',
  'user-agent': 'Broadsheet page cache',
});

function siteHeaders({ origin }: Site, asked: string | undefined): IncomingHttpHeaders {
  const host = asked !== undefined && isAlias(asked, origin) ? asked : origin.host;
  return { host, 'x-forwarded-host': host, 'x-forwarded-proto': origin.protocol.slice(0, -1) };
}

// On one's own machine localhost and 127.0.0.1 are the same site, and a form posts to the one it came from.
function isAlias(asked: string, origin: URL): boolean {
  if (asked === origin.host) return true;
  const { name, port } = splitHost(asked);
  return LOOPBACK.has(origin.hostname) && LOOPBACK.has(name) && port === origin.port;
}

function splitHost(host: string): { name: string; port: string } {
  const [, name = '', port = ''] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(host.toLowerCase()) ?? [];
  return { name, port };
}

/**
 * Who asks: the socket's address, or the one that the outermost of our proxies saw. Each proxy appends what it saw, so
 * that whatever the client wrote itself stands further left than we look.
 */
export function clientAddress(socketAddress: string, forwarded: string | undefined, trustedProxies: number): string {
  const plain = (address: string): string => address.trim().replace(/^::ffff:/, '');
  if (trustedProxies === 0 || forwarded === undefined) return plain(socketAddress);
  const seen = forwarded.split(',').map(plain).filter(Boolean);
  return seen[Math.max(0, seen.length - trustedProxies)] ?? plain(socketAddress);
}

import { showsBearer } from '@/lib/auth/api-token';
import { siteOrigin } from '@/lib/site-origin';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether `given`, an Origin header, is this site. On one's own machine localhost and 127.0.0.1 are the same site, and
 * a server told to listen on every address is reached by either name.
 */
function isSameOrigin(given: string, site: URL): boolean {
  if (given === site.origin) return true;
  if (!LOOPBACK.has(site.hostname) && site.hostname !== '0.0.0.0') return false;
  let origin: URL;
  try {
    origin = new URL(given);
  } catch {
    return false;
  }
  // Compared as text as well: `http://localhost:3000/x` is an address, not an origin.
  return (
    origin.origin === given &&
    origin.protocol === site.protocol &&
    origin.port === site.port &&
    LOOPBACK.has(origin.hostname)
  );
}

const refused = (sentence: string): Response =>
  new Response(`${sentence}\n`, {
    status: 403,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' },
  });

/**
 * Stops a write that another site's page made a browser send: undefined when `request` may go on, otherwise the answer
 * to give. A request that carries a bearer token needs no Origin, because `viewerOf` then looks at no cookie.
 */
export function guardOrigin(request: Request, site: URL = siteOrigin()): Response | undefined {
  if (showsBearer(request.headers)) return undefined;
  const origin = request.headers.get('origin');
  if (origin === null) return refused('This form came without an Origin header. Send it from a page of this site.');
  if (!isSameOrigin(origin, site))
    return refused('This form came from another site. Open the page here and try again.');
  return undefined;
}

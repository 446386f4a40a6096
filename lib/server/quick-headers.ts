/** The request headers that decide how a kept page is sent. */
export type QuickHeaders = {
  acceptEncoding: string | undefined;
  ifNoneMatch: string | undefined;
  rsc: boolean;
  accept: string | undefined;
};

/**
 * Reads them from the raw list. `request.headers` sorts all of them into an object, which takes longer than everything
 * else that a hit does; names are told by their lengths first.
 */
export function quickHeaders(raw: readonly string[]): QuickHeaders {
  const found: QuickHeaders = { acceptEncoding: undefined, ifNoneMatch: undefined, rsc: false, accept: undefined };
  for (let at = 0; at < raw.length; at += 2) {
    const name = raw[at] ?? '';
    if (name.length === 15 && name.toLowerCase() === 'accept-encoding') {
      found.acceptEncoding = joined(found.acceptEncoding, raw[at + 1]);
    } else if (name.length === 13 && name.toLowerCase() === 'if-none-match') {
      found.ifNoneMatch = joined(found.ifNoneMatch, raw[at + 1]);
    } else if (name.length === 6 && name.toLowerCase() === 'accept') {
      found.accept = joined(found.accept, raw[at + 1]);
    } else if (name.length === 3 && name.toLowerCase() === 'rsc') {
      found.rsc = true;
    }
  }
  return found;
}

const joined = (before: string | undefined, value = ''): string =>
  before === undefined ? value : `${before}, ${value}`;

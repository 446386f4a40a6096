// No real site stands behind it: what resolves to another origin was meant to leave ours.
const HERE = 'http://same-site.invalid';
const LONGEST = 2000;

/**
 * A path on this site, from what a link or form says of where to go next; `fallback` for anything that a browser
 * could take for another site, for a scheme, or for two lines of a header.
 */
export function sameSitePath(input: unknown, fallback = '/'): string {
  if (typeof input !== 'string' || input.length > LONGEST || !input.startsWith('/')) return fallback;
  // Browsers drop tabs and newlines from addresses and read `\` as `/`, so `/\evil` and `/<tab>/evil` leave the site.
  if (/[\\\p{C}\p{Z}]/u.test(input)) return fallback;
  let url: URL;
  try {
    url = new URL(input, HERE);
  } catch {
    return fallback;
  }
  // `/.//evil` resolves to the path `//evil`, which a second reader would take for a host.
  if (url.origin !== HERE || url.pathname.startsWith('//')) return fallback;
  return url.pathname + url.search + url.hash;
}

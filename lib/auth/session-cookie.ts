import { createHmac, timingSafeEqual } from 'node:crypto';
import { showsBearer } from './api-token';

/** Days that a session lasts after its person was last here. */
export const SESSION_SECONDS = 30 * 86_400;

/** `__Host-` keeps a neighbouring subdomain from planting a cookie; browsers take it over https only. */
export const cookiePrefix = (site: URL): string => (site.protocol === 'https:' ? '__Host-broadsheet' : 'broadsheet');

export const sessionCookieName = (site: URL): string => `${cookiePrefix(site)}.session_token`;

/** Says to scripts that a session exists, without saying whose. */
export const HINT_COOKIE = 'broadsheet.signed_in';

/** The values that a Cookie header gives for `name`, decoded, in order. */
function cookieValues(header: string, name: string): string[] {
  return header.split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    if (at === -1 || pair.slice(0, at).trim() !== name) return [];
    try {
      return [decodeURIComponent(pair.slice(at + 1).trim())];
    } catch {
      return [];
    }
  });
}

export const hasCookie = (headers: Headers, name: string): boolean =>
  cookieValues(headers.get('cookie') ?? '', name).length > 0;

/** The cookie called `name`, if it is there. */
export const readCookie = (headers: Headers, name: string): string | undefined =>
  cookieValues(headers.get('cookie') ?? '', name)[0];

const digest = (text: string, secret: string): Buffer => createHmac('sha256', secret).update(text).digest();

/**
 * The session token in a request's cookie, once its signature holds. better-auth writes the cookie as
 * `token.base64(HMAC-SHA-256(token))`; reading it here spares a rendering its two queries.
 */
export function sessionToken(headers: Headers, site: URL, secret: string): string | undefined {
  const header = headers.get('cookie');
  if (!header || showsBearer(headers)) return undefined;
  for (const value of cookieValues(header, sessionCookieName(site))) {
    const at = value.lastIndexOf('.');
    if (at < 1) continue;
    const token = value.slice(0, at);
    const given = Buffer.from(value.slice(at + 1), 'base64');
    const right = digest(token, secret);
    if (given.length === right.length && timingSafeEqual(given, right)) return token;
  }
  return undefined;
}

type CookieOptions = { site: URL; maxAge: number; httpOnly?: boolean; path?: string };

/** A Set-Cookie line with the attributes that all our cookies share. */
export function setCookie(
  name: string,
  value: string,
  { site, maxAge, httpOnly = true, path = '/' }: CookieOptions,
): string {
  const secure = site.protocol === 'https:' ? '; Secure' : '';
  return `${name}=${encodeURIComponent(value)}; Path=${path}; Max-Age=${maxAge}${httpOnly ? '; HttpOnly' : ''}${secure}; SameSite=Lax`;
}

/** Set-Cookie lines that end a session in the browser. */
export const clearedSessionCookies = (site: URL): string[] => [
  setCookie(sessionCookieName(site), '', { site, maxAge: 0 }),
  setCookie(HINT_COOKIE, '', { site, maxAge: 0, httpOnly: false }),
];

/** The Set-Cookie line of the hint beside a session. */
export const hintCookie = (site: URL): string =>
  setCookie(HINT_COOKIE, '1', { site, maxAge: SESSION_SECONDS, httpOnly: false });

/** The session cookie that a request sent, to be kept for another while. */
export const renewedCookie = (headers: Headers, site: URL): string => {
  const name = sessionCookieName(site);
  return setCookie(name, readCookie(headers, name) ?? '', { site, maxAge: SESSION_SECONDS });
};

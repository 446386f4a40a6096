import { clearedSessionCookies, hintCookie, setCookie } from '@/lib/auth/session-cookie';
import { siteOrigin } from '@/lib/site-origin';

/** A Set-Cookie line for something that the next page is to know and no script may read. */
export const note = (name: string, value: string, options: { maxAge: number; path: string }): string =>
  setCookie(name, value, { site: siteOrigin(), ...options });

/** The Set-Cookie lines of a session just opened, with the hint for scripts. */
export const signedIn = (cookies: readonly string[]): string[] => [...cookies, hintCookie(siteOrigin())];

/** The Set-Cookie lines that end a session in the browser. */
export const signedOut = (): string[] => clearedSessionCookies(siteOrigin());

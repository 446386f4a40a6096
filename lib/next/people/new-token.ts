import { newApiToken } from '@/lib/auth/api-token';
import { readCookie } from '@/lib/auth/session-cookie';
import { note } from './cookies';

const NAME = 'broadsheet.new_token';
const PAGE = '/settings/tokens';

/** A new API token: what is kept of it, and the cookie by which the page after the form shows it for a minute. */
export function makeToken(): { kept: { hash: string; prefix: string }; shown: string } {
  const { token, ...kept } = newApiToken();
  return { kept, shown: note(NAME, token, { maxAge: 60, path: PAGE }) };
}

/** The token just made, while the browser holds it. */
export const tokenJustMade = (headers: Headers): string | undefined => readCookie(headers, NAME);

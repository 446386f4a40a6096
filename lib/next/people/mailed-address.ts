import { readCookie } from '@/lib/auth/session-cookie';
import { parseEmailAddress } from '@/src/accounts';
import { note } from './cookies';

const NAME = 'broadsheet.mailed';

/** Lets the next page name the address, so that a slip of the finger is seen; in a query it would stay in histories. */
export const rememberMailed = (address: string): string => note(NAME, address, { maxAge: 900, path: '/sign-in/check' });

/** The address that a link was just mailed to. */
export function mailedAddress(headers: Headers): string | undefined {
  const address = parseEmailAddress(readCookie(headers, NAME));
  return address.ok ? address.value : undefined;
}

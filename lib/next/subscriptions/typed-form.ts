import { readCookie } from '@/lib/auth/session-cookie';
import { note } from '@/lib/next/people/cookies';

const TYPED = 'broadsheet.subscribe';
const ASKED = 'broadsheet.subscribed';
const LONGEST = 2_500;

/** Keeps what was typed and what is wrong with it for the form that says so; in a query it would stay in histories. */
export function keepTyped(form: URLSearchParams, problem: string, path: string): string[] {
  const kept = new URLSearchParams(form.toString().length > LONGEST ? '' : form);
  kept.set('problem', problem);
  return [note(TYPED, kept.toString(), { maxAge: 600, path })];
}

/** What was typed before, with `problem` beside it; empty where the browser keeps no cookies. */
export const typedBefore = (headers: Headers): URLSearchParams => new URLSearchParams(readCookie(headers, TYPED) ?? '');

/** Lets the next page name the address, so that a slip of the finger is seen. */
export const rememberAsked = (address: string): string =>
  note(ASKED, address, { maxAge: 900, path: '/subscribe/check' });

export const askedAddress = (headers: Headers): string | undefined => readCookie(headers, ASKED);

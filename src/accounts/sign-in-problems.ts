/** What the sign-in page says by the code that led back to it. */
const PROBLEMS: Record<string, string> = {
  'bad-address': 'Write one e-mail address, such as ada@example.org.',
  'too-many': 'Too many links were asked for. Wait a few minutes and try again.',
  'mail-failed': 'The mail could not be sent. Check the address and try again in a minute.',
  'bad-link': 'This link has been used, or is older than 15 minutes. Ask for a new one.',
  account_suspended: 'This account is suspended. Write to the people who run this site if you think that is wrong.',
  email_not_verified:
    'That provider does not vouch for your e-mail address. Sign in with a mailed link: it proves the address.',
  account_not_linked:
    'An account with your address exists, and that provider does not vouch for the address. Sign in with a mailed link.',
  access_denied: 'You did not let that provider tell us who you are. Try again, or sign in with a mailed link.',
  state_mismatch: 'That sign-in took too long, or was begun in another browser. Begin anew.',
  'provider-down': 'That provider cannot be reached at the moment. Sign in with a mailed link.',
};

const OTHER = 'Signing in with that provider did not work. Try again, or sign in with a mailed link.';

/** The sentence for a problem's code; unknown codes, which anybody can put into an address, get a general one. */
export const signInProblem = (code: string | undefined): string | undefined =>
  code === undefined ? undefined : Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code] : OTHER;

import { letter } from './letter';

type Link = { siteName: string; link: string; minutes: number };

/** The mail with a sign-in link. */
export const signInMail = ({ siteName, link, minutes }: Link) =>
  letter({
    siteName,
    subject: `Sign in to ${siteName}`,
    lead: `Here is your link to sign in to ${siteName}.`,
    button: { label: `Sign in to ${siteName}`, link },
    notes: [
      `The link works once, for ${minutes} minutes.`,
      'If you did not ask for it, do nothing: without this link nobody gets in.',
    ],
  });

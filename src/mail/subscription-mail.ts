import { letter } from './letter';

type Link = { siteName: string; link: string; hours: number };

/** Asks the owner of an address whether he wants the digest. */
export const confirmationMail = ({ siteName, link, hours }: Link) =>
  letter({
    siteName,
    subject: `Confirm your subscription to ${siteName}`,
    lead: `Somebody, hopefully you, asked for ${siteName}’s papers to be sent to this address. They come once you confirm it.`,
    button: { label: 'Yes, send me the papers', link },
    notes: [
      `The link works for ${hours} hours.`,
      'If it was not you, do nothing: without this link nothing is ever sent. The page behind it can also stop such mails.',
    ],
  });

/** Tells a subscriber for whom a subscription was asked again where his preferences are. */
export const reminderMail = ({ siteName, link, hours }: Link) =>
  letter({
    siteName,
    subject: `Your subscription to ${siteName}`,
    lead: `Somebody, hopefully you, asked for ${siteName}’s papers to be sent to this address. You are subscribed already, and nothing was changed.`,
    button: { label: 'Change what you get', link },
    notes: [`The link works for ${hours} hours; it leads to your preferences. Every digest has one that lasts.`],
  });

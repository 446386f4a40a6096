import { letter } from '@/src/mail';

/** Tells an owner that his webhook was switched off. Holds nothing that somebody typed. */
export const switchedOffMail = ({ siteName, settings }: { siteName: string; settings: string }) =>
  letter({
    siteName,
    subject: `A webhook of ${siteName} was switched off`,
    lead: 'One of your webhooks has failed for a week, or said that it is gone. Nothing is sent to it any more.',
    button: { label: 'See what it answered', link: settings },
    notes: ['You can switch it on again there, or remove it.'],
  });

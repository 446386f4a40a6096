import { sendPatiently } from '@/lib/mail/send-patiently';
import { pathWith } from '@/lib/next/form';
import { later } from '@/lib/next/later';
import { site } from '@/lib/next/site';
import { confirmationMail, mailMessage, reminderMail } from '@/src/mail';
import { type Letters, LINK_HOURS } from '@/src/subscriptions';

const HEADERS = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

function post(to: string, path: string, write: typeof confirmationMail): void {
  const { name, baseUrl } = site();
  const fields = write({ siteName: name, link: new URL(path, baseUrl).href, hours: LINK_HOURS });
  const message = mailMessage({ to, ...fields, headers: HEADERS });
  if (!message.ok) throw new Error(message.refusal.message);
  later(() => sendPatiently(message.value));
}

/** Mails letters about subscriptions, after the answer has gone out. */
export const letters: Letters = {
  confirmation: (to, secret) => post(to, pathWith('/subscribe/link', { token: secret }), confirmationMail),
  reminder: (to, secret) => post(to, `/subscription/${secret}`, reminderMail),
};

import { env } from '@/lib/env';
import { mailer } from '@/lib/mail/mailer';
import { siteOrigin } from '@/lib/site-origin';
import { mailMessage, signInMail } from '@/src/mail';
import { sameSitePath } from '@/src/shared';
import { LINK_MINUTES } from './link-minutes';

type Link = { email: string; token: string; next: unknown };

/** The page that a mailed link opens. It only shows a button, so that a scanner that follows links uses nothing up. */
function linkAddress(site: URL, token: string, next: string): string {
  const url = new URL('/sign-in/link', site);
  url.searchParams.set('token', token);
  if (next !== '/') url.searchParams.set('next', next);
  return url.href;
}

/** Mails a sign-in link. Throws when the mail cannot be sent. */
export async function sendSignInLink({ email, token, next }: Link): Promise<void> {
  const link = linkAddress(siteOrigin(), token, sameSitePath(next));
  const message = mailMessage({
    to: email,
    ...signInMail({ siteName: env().SITE_NAME, link, minutes: LINK_MINUTES }),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  });
  if (!message.ok) throw new Error(message.refusal.message);
  await mailer().send(message.value);
}

import { deliveryStore } from '@/lib/db/digest/delivery-store';
import { sql } from '@/lib/db/sql';
import { type Env, env } from '@/lib/env';
import type { Log } from '@/lib/log';
import { dkimSigner } from '@/lib/mail/dkim';
import { mailboxLane } from '@/lib/mail/mailbox-lane';
import { localMailbox } from '@/lib/mail/mailer';
import { smtpLane } from '@/lib/mail/smtp-lane';
import type { DeliveryStore } from '@/src/digest';
import { digestLinks } from './links';
import { type Choice, composeOne, preparer } from './prepare';
import type { Ready, SendTools } from './send-due';
import { digestSender } from './sender';

/** The mailbox's own address, where no sender is set. */
const LOCAL_SENDER = 'Broadsheet <broadsheet@localhost>';

function signerOf({ DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY }: Env) {
  if (DKIM_DOMAIN === undefined || DKIM_SELECTOR === undefined || DKIM_PRIVATE_KEY === undefined) return undefined;
  return dkimSigner({ domain: DKIM_DOMAIN, selector: DKIM_SELECTOR, privateKey: DKIM_PRIVATE_KEY });
}

export type DigestTools = Omit<SendTools, 'budgetMs'> & { compose(choice: Choice): Promise<Ready | undefined> };

/** What sending works with, from the environment; papers are read through `reading` where one is given. Throws a sentence for the operator where something is missing. */
export function digestTools(log: Log, reading?: Pick<DeliveryStore, 'candidates' | 'stories'>): DigestTools {
  const settings = env();
  const { DATABASE_URL, AUTH_SECRET, SMTP_URL, SITE_NAME, BASE_URL, HOST, PORT } = settings;
  if (DATABASE_URL === undefined) throw new Error('DATABASE_URL is not set; the launcher sets it.');
  if (AUTH_SECRET === undefined) throw new Error('AUTH_SECRET is not set; the links in digests are signed with it.');
  const store = deliveryStore(sql(DATABASE_URL), { interest: settings.INTEREST === 'on' });
  const site = { name: SITE_NAME, baseUrl: BASE_URL ?? `http://${HOST}:${PORT}` };
  const { sender, envelopeFrom, host } = digestSender({
    siteName: SITE_NAME,
    baseUrl: site.baseUrl,
    from: settings.MAIL_FROM ?? LOCAL_SENDER,
    unsubscribeMailbox: settings.MAIL_UNSUBSCRIBE,
  });
  const links = digestLinks(site.baseUrl, AUTH_SECRET);
  const local = localMailbox();
  const given = { store: reading ?? store, site, sender, envelopeFrom, host, links, sign: signerOf(settings) };
  return {
    store,
    prepare: preparer(given),
    compose: (choice) => composeOne(given, choice),
    openLane: () => (local ? mailboxLane(local) : smtpLane(SMTP_URL ?? '')),
    // Files are written one after the other in any case.
    lanes: local ? 1 : settings.MAIL_CONNECTIONS,
    perSecond: local ? 0 : settings.MAIL_RATE,
    log,
  };
}

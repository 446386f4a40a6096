import { join } from 'node:path';
import { env } from '@/lib/env';
import type { Mailer } from '@/src/mail';
import type { Mailbox } from './mailbox';
import { mailbox } from './mailbox';
import { smtpMailer } from './smtp-mailer';

const kept = globalThis as { broadsheetMailer?: Mailer };

/** The mailbox on disk, while no mail server is set. */
export function localMailbox(): Mailbox | undefined {
  const { SMTP_URL, DATA_DIR, MAIL_FROM } = env();
  if (SMTP_URL !== undefined) return undefined;
  return mailbox(join(DATA_DIR, 'mail'), MAIL_FROM === undefined ? {} : { from: MAIL_FROM });
}

function create(): Mailer {
  const { SMTP_URL, MAIL_FROM } = env();
  // The environment has been checked: where the one is set the other is.
  if (SMTP_URL !== undefined && MAIL_FROM !== undefined) return smtpMailer({ url: SMTP_URL, from: MAIL_FROM });
  const local = localMailbox();
  if (!local) throw new Error('SMTP_URL is set and MAIL_FROM is not.');
  return local;
}

/** What sends the process's mail: the server at SMTP_URL, or the mailbox on disk. */
export function mailer(): Mailer {
  kept.broadsheetMailer ??= create();
  return kept.broadsheetMailer;
}

import type { Mailbox } from '@/lib/mail/mailbox';
import { localMailbox } from '@/lib/mail/mailer';
import { isOwnMachine, siteOrigin } from '@/lib/site-origin';
import { isLocalRequest } from './local-request';

/**
 * The mailbox on disk, for a person at this very machine. It holds everybody's sign-in links, so it stays shut when a
 * mail server is set, for whoever comes over the network, and on an instance with a public address, where a proxy on
 * this machine may speak for others without saying so.
 */
export function openMailbox(headers: Headers): Mailbox | undefined {
  if (!isOwnMachine(siteOrigin()) || !isLocalRequest(headers)) return undefined;
  return localMailbox();
}

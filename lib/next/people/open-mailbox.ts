import type { Mailbox } from '@/lib/mail/mailbox';
import { localMailbox } from '@/lib/mail/mailer';
import { siteOrigin } from '@/lib/site-origin';
import { isLocalRequest } from './local-request';

const OWN_MACHINE = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)$/;

/**
 * The mailbox on disk, for a person at this very machine. It holds everybody's sign-in links, so it stays shut when a
 * mail server is set, for whoever comes over the network, and on an instance with a public address, where a proxy on
 * this machine may speak for others without saying so.
 */
export function openMailbox(headers: Headers): Mailbox | undefined {
  if (!OWN_MACHINE.test(siteOrigin().hostname) || !isLocalRequest(headers)) return undefined;
  return localMailbox();
}

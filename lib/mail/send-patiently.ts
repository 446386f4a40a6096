import { setTimeout as sleep } from 'node:timers/promises';
import type { MailMessage } from '@/src/mail';
import { mailer } from './mailer';

const WAITS_MS = [1_000, 10_000, 60_000];

/** Sends a message, again when the server cannot take it at once; what cannot be sent at all goes to the log. */
export async function sendPatiently(message: MailMessage, waits: readonly number[] = WAITS_MS): Promise<void> {
  for (const wait of [...waits, undefined]) {
    try {
      await mailer().send(message);
      return;
    } catch (error) {
      if (wait === undefined) console.error('A mail about a subscription could not be sent:', error);
      else await sleep(wait, undefined, { ref: false });
    }
  }
}

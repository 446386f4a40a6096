import type { Log } from '@/lib/log';
import { mailMessage } from '@/src/mail';
import { mailer } from './mailer';

type Notice = { subject: string; text: string; html: string };

/** Mails a notice of the system's to some addresses. One that cannot be mailed is told in the log, as `what`, and keeps no other back. */
export async function sendNotice(
  addresses: readonly string[],
  { mail, what, log }: { mail: Notice; what: string; log: Log },
): Promise<void> {
  for (const to of addresses) {
    const message = mailMessage({ to, ...mail, headers: { 'Auto-Submitted': 'auto-generated' } });
    if (!message.ok) continue;
    await mailer()
      .send(message.value)
      .catch((error: unknown) =>
        log.error(`${what} could not be mailed: ${error instanceof Error ? error.message : error}`),
      );
  }
}

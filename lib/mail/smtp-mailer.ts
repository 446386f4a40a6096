import { createTransport } from 'nodemailer';
import type { Mailer } from '@/src/mail';
import { mailOptions } from './mail-options';

type Smtp = { url: string; from: string };

export type SmtpMailer = Mailer & {
  /** Lets the connections go. */
  close(): void;
};

/** Sends by SMTP over a few kept connections. */
export function smtpMailer({ url, from }: Smtp): SmtpMailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // A message can name no file and no address to fetch, whatever it is made of.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(message) {
      await transport.sendMail(mailOptions(message, from));
    },
    close: () => transport.close(),
  };
}

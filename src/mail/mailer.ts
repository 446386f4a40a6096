import type { MailMessage } from './message';

/** Sends one message. Throws when the mail server cannot be reached or refuses it. */
export type Mailer = { send(message: MailMessage): Promise<void> };

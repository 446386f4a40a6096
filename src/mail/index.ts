export type { Mailer } from './mailer';
export type { MailFields, MailMessage } from './message';
export { mailMessage } from './message';

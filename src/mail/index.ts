export { escapeHtml } from './escape-html';
export { letter } from './letter';
export type { Mailer } from './mailer';
export type { MailMessage } from './message';
export { mailMessage } from './message';
export type { ReadMessage } from './read-message';
export { readMessage } from './read-message';
export { signInMail } from './sign-in-mail';
export { confirmationMail, reminderMail } from './subscription-mail';

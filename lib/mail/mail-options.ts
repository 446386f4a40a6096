import type { SendMailOptions } from 'nodemailer';
import type { MailMessage } from '@/src/mail';

/** A message as nodemailer takes it. The address goes as an object, so that nothing in it is read as a list. */
export const mailOptions = ({ to, subject, text, html, headers }: MailMessage, from: string): SendMailOptions => ({
  from,
  to: { name: '', address: to },
  subject,
  text,
  html,
  headers: { ...headers },
});

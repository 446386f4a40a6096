import type { Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';

/** A message whose fields have been checked; only `mailMessage` makes one. */
export type MailMessage = MailFields & { readonly __brand: 'MailMessage' };

export type MailFields = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Further headers, such as `List-Unsubscribe`. */
  headers?: Readonly<Record<string, string>>;
};

const LONGEST_ADDRESS = 254;
const LONGEST_LINE = 900;

// Line ends, and all else that an eye does not see but a mail program may act on.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;
// One address, no list, no comment, no quoted part: `,;<>()"` would make several or hide one.
const ADDRESS = /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]+$/u;

/**
 * Checks what goes into a message's head, so that no field can start a line of its own and no address can be several.
 */
export function mailMessage(fields: MailFields): Result<MailMessage> {
  const { to, subject, headers = {} } = fields;
  if (to.length > LONGEST_ADDRESS || UNPRINTABLE.test(to) || !ADDRESS.test(to)) {
    return refuse('bad-address', 'This is not an e-mail address that mail can be sent to.');
  }
  if (subject.trim() === '' || subject.length > LONGEST_LINE || UNPRINTABLE.test(subject)) {
    return refuse('bad-subject', 'A subject is one line of printable text.');
  }
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name) || value.length > LONGEST_LINE || UNPRINTABLE.test(value)) {
      return refuse('bad-header', `The mail header ${JSON.stringify(name)} is not one line of printable text.`);
    }
  }
  return ok(fields as MailMessage);
}

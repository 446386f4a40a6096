import { encodeWords } from 'nodemailer/lib/mime-funcs';

/** `Name <address>` as a header may hold it (RFC 5322, 2047), and the address alone. */
export function encodedMailbox(mailbox: string): { header: string; address: string } {
  const [, name = '', address = mailbox] = /^(.*?)\s*<([^<>]+)>\s*$/u.exec(mailbox) ?? [null, '', mailbox.trim()];
  const plain = name.replace(/^"|"$/g, '').trim();
  if (plain === '') return { header: address, address };
  const shown = /^[\x20-\x7e]*$/.test(plain)
    ? `"${plain.replace(/(["\\])/g, '\\$1')}"`
    : encodeWords(plain, 'Q', 52, true);
  return { header: `${shown} <${address}>`, address };
}

import validator from 'validator';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';

/** An address as mail is sent to it, and the key under which all spellings of it are one. */
export type MailAddress = { address: string; key: string };

export type BadAddress = Refusal<'bad-address'>;

const LONGEST = 254;
// What a person may type around or instead of the dot, and the at of East Asian keyboards.
const DOTS = /[\u3002\uff0e\uff61]/g;

/**
 * Parses what somebody typed as an e-mail address. Domains in Unicode become ASCII as browsers make them (UTS 46), so that
 * any mail server takes them; the part before the at has to be ASCII, as few servers take more, and keeps its case.
 */
export function parseMailAddress(input: unknown): Result<MailAddress, BadAddress> {
  const bad = refuse('bad-address', 'Write one e-mail address, such as ada@example.org.');
  if (typeof input !== 'string' || input.length > 2 * LONGEST) return bad;
  const typed = input.trim().normalize('NFC').replace('\uff20', '@').replace(DOTS, '.');
  const at = typed.lastIndexOf('@');
  const domain = asciiDomain(typed.slice(at + 1));
  if (at < 1 || domain === undefined) return bad;
  const address = `${typed.slice(0, at)}@${domain}`;
  // Reserved for names that do not exist (RFC 2606); here also for people whose provider gives no address.
  if (domain.endsWith('.invalid')) return bad;
  const sound = validator.isEmail(address, { allow_utf8_local_part: false, blacklisted_chars: '"\\\\' });
  if (!sound || address.length > LONGEST) return bad;
  return ok({ address, key: address.toLowerCase() });
}

function asciiDomain(domain: string): string | undefined {
  // Only letters, digits, marks, hyphens and dots may reach the URL parser, for which more has a meaning of its own.
  if (!/^[\p{L}\p{M}\p{N}.\u00b7-]+$/u.test(domain) || domain.endsWith('.')) return undefined;
  try {
    return new URL(`http://${domain}/`).hostname;
  } catch {
    return undefined;
  }
}

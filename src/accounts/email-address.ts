import { z } from 'zod';
import type { Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';

const schema = z
  .string()
  .max(400)
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email().max(254));

/** Addresses of people whose provider gives none; no mail can reach them. */
const PLACEHOLDER_DOMAIN = 'orcid.invalid';

/** An address under which a person of ORCID, which tells none, is kept. */
export const placeholderAddress = (orcid: string): string => `${orcid.toLowerCase()}@${PLACEHOLDER_DOMAIN}`;

export const isPlaceholderAddress = (address: string): boolean => address.endsWith(`@${PLACEHOLDER_DOMAIN}`);

/** Parses what somebody typed as his e-mail address: one plain ASCII address, in lower case. */
export function parseEmailAddress(input: unknown): Result<string> {
  const parsed = schema.safeParse(input);
  if (!parsed.success || isPlaceholderAddress(parsed.data)) {
    return refuse('bad-address', 'Write one e-mail address, such as ada@example.org.');
  }
  return ok(parsed.data);
}

import { limit } from '@/lib/db/rate-limit';
import { parseEmailAddress } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { auth } from './auth';
import { database } from './context';

type Asked = { email: unknown; next: string; client: string; headers: Headers };
export type LinkRefusal = Refusal<'bad-address' | 'too-many' | 'mail-failed'>;

const QUARTER_HOUR = 900;
// A person mistypes and asks again; a household or a lecture hall shares one address.
const PER_ADDRESS = 5;
const PER_CLIENT = 20;

/**
 * Mails a sign-in link. What is done and what is answered does not depend on whether the address has an account:
 * a new person's account is made when the link is used.
 */
export async function requestLink({ email, next, client, headers }: Asked): Promise<Result<string, LinkRefusal>> {
  const parsed = parseEmailAddress(email);
  if (!parsed.ok) return refuse('bad-address', parsed.refusal.message);
  const address = parsed.value;
  const limits = [
    { key: `sign-in client ${client}`, max: PER_CLIENT, perSeconds: QUARTER_HOUR },
    { key: `sign-in address ${address}`, max: PER_ADDRESS, perSeconds: QUARTER_HOUR },
  ];
  for (const one of limits) {
    if (!(await limit(database(), one)).allowed) return refuse('too-many', 'Too many links were asked for.');
  }
  try {
    await auth().api.signInMagicLink({ body: { email: address, metadata: { next } }, headers });
  } catch (error) {
    console.error('A sign-in mail could not be sent:', error);
    return refuse('mail-failed', 'The mail could not be sent.');
  }
  return ok(address);
}

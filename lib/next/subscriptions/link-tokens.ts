import { randomBytes } from 'node:crypto';
import { hashToken } from '@/lib/auth/api-token';
import { authSecret } from '@/lib/auth/context';
import { type DigestLinks, digestLinks } from '@/lib/digest/links';
import { site } from '@/lib/next/site';
import { services } from '@/lib/services';
import { readLink } from '@/src/subscriptions';

export { hashToken };

/** A secret for a mailed link, and what is kept of it. */
export function newSecret(): { secret: string; hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashToken(secret) };
}

const links = (): DigestLinks => digestLinks(site().baseUrl, authSecret());

/** The path of a subscriber's preferences. */
export const managePath = (subscriberId: string): string => new URL(links().manage(subscriberId)).pathname;

/** The subscriber whose preferences a link opens: one from a digest, which lasts, or one that was mailed for the purpose. */
export async function managedBy(token: string, now: Date): Promise<string | null> {
  const signed = links().verify(token, 'manage');
  if (signed !== null) return signed;
  if (!/^[\w-]{43}$/.test(token)) return null;
  const link = await readLink(services().subscriptions, { hash: hashToken(token), now });
  return link.ok && link.value.scope === 'manage' ? link.value.subscriber.id : null;
}

/** The subscriber that a link may unsubscribe: who may do everything may do that too. */
export const unsubscribedBy = async (token: string, now: Date): Promise<string | null> =>
  links().verify(token, 'unsubscribe') ?? managedBy(token, now);

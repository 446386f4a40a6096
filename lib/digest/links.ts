import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

export type LinkScope = 'manage' | 'unsubscribe';

export type DigestLinks = {
  /** The page of a subscriber's preferences. */
  manage(subscriberId: string): string;
  /** Where a mail program unsubscribes with one POST (RFC 8058); opened, it shows a button. */
  unsubscribe(subscriberId: string): string;
  /** The subscriber that a link's token is for, when it was signed by us for this scope. */
  verify(token: string, scope: LinkScope): string | null;
};

const TOKEN = /^([0-9a-f]{24})\.(manage|unsubscribe)\.([\w-]{43})$/;

/**
 * The links in every digest. They are signed and kept nowhere, so that a mailing writes no rows for them, and hold for as
 * long as the subscriber and the secret do.
 */
export function digestLinks(baseUrl: string, secret: string): DigestLinks {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'broadsheet-digest-links', 32));
  const signature = (id: string, scope: LinkScope): Buffer =>
    createHmac('sha256', key).update(`${id}.${scope}`).digest();
  const token = (id: string, scope: LinkScope): string =>
    `${id}.${scope}.${signature(id, scope).toString('base64url')}`;
  const at = (path: string): string => new URL(path, baseUrl).href;
  return {
    manage: (id) => at(`/subscription/${token(id, 'manage')}`),
    unsubscribe: (id) => at(`/subscription/${token(id, 'unsubscribe')}/unsubscribe`),
    verify(given, scope) {
      const [, id = '', said, signed = ''] = TOKEN.exec(given) ?? [];
      if (said !== scope) return null;
      return timingSafeEqual(Buffer.from(signed, 'base64url'), signature(id, scope)) ? id : null;
    },
  };
}

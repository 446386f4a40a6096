import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether an Authorization header carries the secret. Takes the same time for every wrong one, of whatever length. */
export function isBearer(header: string | null, secret: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(header?.trim() ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(secret));
}

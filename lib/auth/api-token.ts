import { createHash, randomBytes } from 'node:crypto';

const PREFIX = 'bs_';
const SHOWN = PREFIX.length + 6;

/** What is stored of a token: 256 random bits need no salt and no slow hash. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A new API token: the token itself, to be shown once, and what is kept of it. */
export function newApiToken(): { token: string; hash: string; prefix: string } {
  const token = PREFIX + randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token), prefix: token.slice(0, SHOWN) };
}

/** Whether a request shows a bearer token, ours or not. Such a request is never judged by its cookies. */
export const showsBearer = (headers: Headers): boolean => /^bearer(?: |$)/i.test(headers.get('authorization') ?? '');

/** The token of an Authorization header; undefined where it holds none of ours. */
export function bearerToken(headers: Headers): string | undefined {
  const [, token] = /^bearer +(bs_[\w-]{43})$/i.exec(headers.get('authorization')?.trim() ?? '') ?? [];
  return token;
}

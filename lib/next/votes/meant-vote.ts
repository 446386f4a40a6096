import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { authSecret } from '@/lib/auth/context';
import { readCookie, setCookie } from '@/lib/auth/session-cookie';
import { siteOrigin } from '@/lib/site-origin';
import { sameSitePath } from '@/src/shared';

/** A vote that somebody meant to cast before he signed in, and the page that he was on. */
export type MeantVote = { paperId: string; back: string };

const COOKIE = 'broadsheet.meant_vote';
// As long as the mailed link can be used, and a little for typing.
const SECONDS = 20 * 60;
const LONGEST = 1_500;
const kept = z.object({ paperId: z.string(), back: z.string(), until: z.number() });

/**
 * The Set-Cookie line that remembers a meant vote. Only a press of the button on our own page leads here, and the
 * signature says so later: without it, a link or a planted cookie could make a person's browser vote.
 */
export function meantVoteCookie({ paperId, back }: MeantVote, now: Date): string {
  const body = Buffer.from(JSON.stringify({ paperId, back, until: now.getTime() + SECONDS * 1_000 })).toString(
    'base64url',
  );
  return setCookie(COOKIE, `${body}.${signature(body)}`, { site: siteOrigin(), maxAge: SECONDS });
}

/** The vote that this browser meant to cast; undefined when there is none, it is too old, or we did not sign it. */
export function meantVote(headers: Headers, now: Date): MeantVote | undefined {
  const [body = '', given = '', ...rest] = (readCookie(headers, COOKIE) ?? '').slice(0, LONGEST).split('.');
  if (rest.length > 0 || !isEqual(given, signature(body))) return undefined;
  const read = kept.safeParse(parsed(body));
  if (!read.success || read.data.until < now.getTime()) return undefined;
  return { paperId: read.data.paperId, back: sameSitePath(read.data.back) };
}

export const clearedMeantVote = (): string => setCookie(COOKIE, '', { site: siteOrigin(), maxAge: 0 });

const signature = (body: string): string =>
  createHmac('sha256', authSecret()).update(`meant vote ${body}`).digest('base64url');

const isEqual = (given: string, right: string): boolean =>
  given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right));

function parsed(body: string): unknown {
  try {
    return JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

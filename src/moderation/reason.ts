import { cleanText } from '@/src/comments';
import type { Refusal, Result } from '@/src/shared';
import { ok } from '@/src/shared';
import { refusal } from './sentences';

const LONGEST_REASON = 300;
const SHORTEST = 3;

export type BadReason = Refusal<'no-reason' | 'long-reason'>;

/** A reason for the public log: one line of 3 to 300 characters. */
export function readReason(input: string): Result<string, BadReason> {
  const reason = cleanText(input.slice(0, 4 * LONGEST_REASON))
    .replace(/\s+/g, ' ')
    .trim();
  if (reason.length < SHORTEST) return refusal('no-reason');
  if (reason.length > LONGEST_REASON) return refusal('long-reason');
  return ok(reason);
}

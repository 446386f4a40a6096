import { atLeast, type Viewer } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { ok } from '@/src/shared';
import { refusal, tooOld } from './refusals';

export type NotAdmissible = Refusal<'hidden-paper' | 'withdrawn-paper' | 'too-old'>;

const DAY_MS = 86_400_000;

type Paper = { publishedAt: Date | undefined; hidden?: boolean; withdrawn: boolean };
type By = { submitter: Viewer /** When it was submitted: an outage of the source makes no paper too old. */; at: Date };

/**
 * Whether a paper may be brought to the day's list: not hidden, not withdrawn, and not older than `maxAgeDays`, counted
 * from its first version. Moderators may bring a paper of any age.
 */
export function admissible(
  { publishedAt, hidden = false, withdrawn }: Paper,
  { submitter, at }: By,
  maxAgeDays: number,
): Result<null, NotAdmissible> {
  if (hidden) return refusal('hidden-paper');
  if (withdrawn) return refusal('withdrawn-paper');
  const age = publishedAt === undefined ? 0 : at.getTime() - publishedAt.getTime();
  if (age > maxAgeDays * DAY_MS && !atLeast(submitter.role, 'moderator')) return tooOld(maxAgeDays);
  return ok(null);
}

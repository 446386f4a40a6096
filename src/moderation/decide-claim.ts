import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import { parsePaperId } from '@/src/papers';
import type { Refusal, Result } from '@/src/shared';
import { ok } from '@/src/shared';
import type { ClaimDecision, ModerationStore } from './moderation-store';
import { type BadReason, readReason } from './reason';
import { refusal } from './sentences';

export type DecideRefusal = NotPermitted | BadReason | Refusal<'no-such-claim' | 'unchanged' | 'own-claim'>;

type Asked = {
  viewer: Viewer | null;
  input: { userId: string; paper: string; to: ClaimDecision; reason: string };
  now: Date;
};

/**
 * Confirms somebody as an author of a paper, or does not; either may be changed later. A confirmed author's own vote is
 * kept and not counted. Moderators do not decide on themselves; administrators may, for want of others.
 */
export async function decideClaim(
  store: ModerationStore,
  { viewer, input, now }: Asked,
): Promise<Result<null, DecideRefusal>> {
  const may = permit(viewer, 'moderate', now);
  if (!may.ok) return may;
  const { id: actorId, role } = may.value;
  const reason = readReason(input.reason);
  if (!reason.ok) return reason;
  const id = parsePaperId(input.paper);
  if (!id.ok) return refusal('no-such-claim');
  const { userId, to } = input;
  if (userId === actorId && role !== 'admin') return refusal('own-claim');
  const done = await store.decideClaim({ userId, paperId: id.value, to, actorId, reason: reason.value, now });
  return done === 'done' ? ok(null) : refusal(done);
}

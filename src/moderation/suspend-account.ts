import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { ok } from '@/src/shared';
import type { ModerationStore } from './moderation-store';
import { type BadReason, readReason } from './reason';
import { refusal } from './sentences';
import type { AccountAct } from './subject';

export type SuspendRefusal = NotPermitted | BadReason | Refusal<'no-such-person' | 'unchanged' | 'too-high' | 'self'>;

type Asked = { viewer: Viewer | null; input: { act: AccountAct; userId: string; reason: string }; now: Date };

/**
 * Suspends an account or lets it back in. Suspended people are signed out everywhere, their tokens are refused and their
 * votes do not count. Moderators may suspend members; administrators moderators too; nobody an administrator.
 */
export async function suspendAccount(
  store: ModerationStore,
  { viewer, input, now }: Asked,
): Promise<Result<null, SuspendRefusal>> {
  const may = permit(viewer, 'moderate', now);
  if (!may.ok) return may;
  const reason = readReason(input.reason);
  if (!reason.ok) return reason;
  const { id: actorId, role: actorRole } = may.value;
  const done = await store.actOnAccount({ ...input, actorId, actorRole, reason: reason.value, now });
  switch (done) {
    case 'done':
      return ok(null);
    case 'unchanged':
      return refusal('unchanged');
    case 'no-such-person':
      return refusal('no-such-person');
    case 'self':
      return refusal('self');
    case 'too-high':
      return refusal('too-high');
  }
}

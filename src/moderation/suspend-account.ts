import type { NotPermitted, Viewer } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { outcomeOf, permitDeed } from './deed';
import type { ModerationStore } from './moderation-store';
import type { BadReason } from './reason';
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
  const may = permitDeed({ viewer, action: 'moderate', reason: input.reason, now });
  if (!may.ok) return may;
  const { actor, reason } = may.value;
  return outcomeOf(await store.actOnAccount({ ...input, actorId: actor.id, actorRole: actor.role, reason, now }));
}

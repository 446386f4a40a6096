import type { NotPermitted, Viewer } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { outcomeOf, permitDeed } from './deed';
import type { ModerationStore } from './moderation-store';
import type { BadReason } from './reason';
import { refusal } from './sentences';
import { type ItemAct, type ItemRef, isItemId } from './subject';

export type ModerateRefusal = NotPermitted | BadReason | Refusal<'no-such-item' | 'unchanged' | 'not-for-this'>;

type Asked = { viewer: Viewer | null; input: ItemRef & { act: ItemAct; reason: string }; now: Date };

/** Hides or restores a paper or comment, closes or opens a discussion, or settles flags. The public log says so, and why. */
export async function moderateItem(
  store: ModerationStore,
  { viewer, input, now }: Asked,
): Promise<Result<null, ModerateRefusal>> {
  const may = permitDeed({ viewer, action: 'moderate', reason: input.reason, now });
  if (!may.ok) return may;
  const { actor, reason } = may.value;
  const { kind, id, act } = input;
  if ((act === 'lock' || act === 'unlock') && kind !== 'paper') {
    return refusal('not-for-this');
  }
  return outcomeOf(
    isItemId(kind, id) ? await store.act({ kind, id, act, actorId: actor.id, reason, now }) : 'no-such-item',
  );
}

import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { ok } from '@/src/shared';
import type { ModerationStore } from './moderation-store';
import { type BadReason, readReason } from './reason';
import { refusal } from './sentences';
import { type ItemAct, type ItemRef, isItemId } from './subject';

export type ModerateRefusal = NotPermitted | BadReason | Refusal<'no-such-item' | 'unchanged' | 'not-for-this'>;

type Asked = { viewer: Viewer | null; input: ItemRef & { act: ItemAct; reason: string }; now: Date };

/** Hides or restores a paper or comment, closes or opens a discussion, or settles flags. The public log says so, and why. */
export async function moderateItem(
  store: ModerationStore,
  { viewer, input, now }: Asked,
): Promise<Result<null, ModerateRefusal>> {
  const may = permit(viewer, 'moderate', now);
  if (!may.ok) return may;
  const reason = readReason(input.reason);
  if (!reason.ok) return reason;
  const { kind, id, act } = input;
  if ((act === 'lock' || act === 'unlock') && kind !== 'paper') {
    return refusal('not-for-this');
  }
  const done = isItemId(kind, id)
    ? await store.act({ kind, id, act, actorId: may.value.id, reason: reason.value, now })
    : 'no-such-item';
  switch (done) {
    case 'done':
      return ok(null);
    case 'unchanged':
      return refusal('unchanged');
    case 'no-such-item':
      return refusal('no-such-item');
  }
}

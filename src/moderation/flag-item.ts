import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { ok } from '@/src/shared';
import { flagReasons } from './flag-reasons';
import type { ModerationStore } from './moderation-store';
import { refusal } from './sentences';
import { type ItemRef, isItemId } from './subject';

export type FlagRefusal =
  | NotPermitted
  | Refusal<'bad-reason' | 'no-such-item' | 'own-item' | 'flagged-before' | 'too-many'>;

type Asked = { viewer: Viewer | null; input: ItemRef & { reason: string }; now: Date };

/** Tells moderators of a paper or comment, for a reason from the list; once a person and item. */
export async function flagItem(
  store: ModerationStore,
  { viewer, input, now }: Asked,
): Promise<Result<{ queued: boolean }, FlagRefusal>> {
  const may = permit(viewer, 'flag', now);
  if (!may.ok) return may;
  const { kind, id, reason } = input;
  if (!flagReasons(kind).some((known) => known.code === reason)) {
    return refusal('bad-reason');
  }
  if (!isItemId(kind, id)) return refusal('no-such-item');
  const pace = await store.limit({ key: `flags:${may.value.id}`, max: 20, perSeconds: 3_600 });
  if (!pace.allowed) return refusal('too-many');
  const flagged = await store.flag({ kind, id, reason, userId: may.value.id, now });
  switch (flagged) {
    case 'flagged':
    case 'queued':
      return ok({ queued: flagged === 'queued' });
    case 'flagged-before':
      return refusal('flagged-before');
    case 'own-item':
      return refusal('own-item');
    case 'no-such-item':
      return refusal('no-such-item');
  }
}

import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import type { RingStore } from './ring-store';

export type UndoRingRefusal = NotPermitted | Refusal<'no-ring' | 'undone-before'>;

type Asked = { viewer: Viewer | null; input: { ringId: number; reason: string }; now: Date };

/**
 * Puts the votes of a ring back into the count, where nothing else speaks against them, and clears its people: the
 * search leaves them alone for half a year. For moderators; `reason` goes into the public log.
 */
export async function undoRing(
  { viewer, input, now }: Asked,
  { rings }: { rings: RingStore },
): Promise<Result<null, UndoRingRefusal>> {
  const permitted = permit(viewer, 'moderate', now);
  if (!permitted.ok) return permitted;
  const undone = await rings.undo({ ...input, actorId: permitted.value.id, now });
  switch (undone) {
    case 'done':
      return ok(null);
    case 'no-ring':
      return refuse('no-ring', 'There is no such ring.');
    case 'undone-before':
      return refuse('undone-before', 'This has been undone already.');
  }
}

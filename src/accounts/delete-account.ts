import type { Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { permit } from './permissions';
import type { AccountStore } from './store';
import type { Viewer } from './viewer';

type Deletion = { viewer: Viewer | null; input: { handle: string }; now: Date; store: AccountStore };

/** Removes the viewer's account for good, once he has typed his handle. */
export async function deleteAccount({ viewer, input, now, store }: Deletion): Promise<Result<null>> {
  const permitted = permit(viewer, 'delete-account', now);
  if (!permitted.ok) return permitted;
  const { id, handle } = permitted.value;
  if (input.handle.trim().replace(/^@/, '').toLowerCase() !== handle) {
    return refuse('not-confirmed', `Type your handle, ${handle}, to delete the account.`);
  }
  await store.deleteAccount(id);
  return ok(null);
}

import type { Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import type { Handle } from './handle';
import { parseHandle } from './handle';
import { permit } from './permissions';
import type { AccountStore } from './store';
import type { Viewer } from './viewer';

type Choice = { viewer: Viewer | null; input: { handle: string }; now: Date; store: AccountStore };

/** Gives the viewer another handle; the old one stays his. Refuses what is malformed, reserved, or somebody else's. */
export async function chooseHandle({ viewer, input, now, store }: Choice): Promise<Result<Handle>> {
  const permitted = permit(viewer, 'edit-profile', now);
  if (!permitted.ok) return permitted;
  const handle = parseHandle(input.handle);
  if (!handle.ok) return handle;
  if (await store.takeHandle(permitted.value.id, handle.value)) return ok(handle.value);
  return refuse('taken', `@${handle.value} belongs to somebody else, or did. Choose another.`);
}

import type { Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import type { Handle } from './handle';
import { parseHandle } from './handle';
import { permit } from './permissions';
import type { AccountStore } from './store';
import type { Viewer } from './viewer';

// What was once chosen stays reserved, so nobody may choose one a minute.
const CHANGES = { max: 4, days: 30 };

type Choice = { viewer: Viewer | null; input: { handle: string }; now: Date; store: AccountStore };

/** Gives the viewer another handle; the old one stays his. Refuses what is malformed, reserved, or somebody else's. */
export async function chooseHandle({ viewer, input, now, store }: Choice): Promise<Result<Handle>> {
  const permitted = permit(viewer, 'edit-profile', now);
  if (!permitted.ok) return permitted;
  const handle = parseHandle(input.handle);
  if (!handle.ok) return handle;
  const taken = await store.takeHandle(permitted.value.id, handle.value, CHANGES);
  switch (taken) {
    case 'done':
      return ok(handle.value);
    case 'taken':
      return refuse('taken', `@${handle.value} belongs to somebody else, or did. Choose another.`);
    case 'too-many':
      return refuse('too-many-handles', `You chose ${CHANGES.max} handles in ${CHANGES.days} days. Wait a while.`);
  }
}

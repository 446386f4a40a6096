import type { Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { permit } from './permissions';
import type { AccountStore } from './store';
import type { Viewer } from './viewer';

type Revocation = { viewer: Viewer | null; input: { id: string }; now: Date; store: AccountStore };

/** Ends one of the viewer's own sessions. Somebody else's is, to him, not there. */
export async function revokeSession({ viewer, input, now, store }: Revocation): Promise<Result<null>> {
  const permitted = permit(viewer, 'manage-access', now);
  if (!permitted.ok) return permitted;
  const gone = await store.revokeSession(permitted.value.id, input.id);
  return gone ? ok(null) : refuse('no-such-session', 'This session has ended already.');
}

/** Ends all sessions of the viewer but the one with `id`; the number ended. */
export async function revokeOtherSessions({ viewer, input, now, store }: Revocation): Promise<Result<number>> {
  const permitted = permit(viewer, 'manage-access', now);
  if (!permitted.ok) return permitted;
  return ok(await store.revokeOtherSessions(permitted.value.id, input.id));
}

/** Makes one of the viewer's own API tokens worthless. */
export async function revokeToken({ viewer, input, now, store }: Revocation): Promise<Result<null>> {
  const permitted = permit(viewer, 'manage-access', now);
  if (!permitted.ok) return permitted;
  const gone = await store.revokeToken(permitted.value.id, input.id);
  return gone ? ok(null) : refuse('no-such-token', 'This token has been revoked already.');
}

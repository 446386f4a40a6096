import type { NotPermitted, Role, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { ok } from '@/src/shared';
import type { ModerationStore } from './moderation-store';
import { type BadReason, readReason } from './reason';
import { refusal } from './sentences';

export type RoleRefusal =
  | NotPermitted
  | BadReason
  | Refusal<'no-such-person' | 'unchanged' | 'last-admin' | 'not-an-admin'>;

type Asked = {
  viewer: Viewer | null;
  input: { userId: string; to: Role; reason: string /** The entry of the log that this undoes. */; undoes?: number };
  now: Date;
};

/** Gives a person another role. Only administrators may, by hand; the last one cannot be demoted. */
export async function changeRole(
  store: ModerationStore,
  { viewer, input, now }: Asked,
): Promise<Result<null, RoleRefusal>> {
  const may = permit(viewer, 'administer', now);
  if (!may.ok) return may;
  const reason = readReason(input.reason);
  if (!reason.ok) return reason;
  const { userId, to, undoes = null } = input;
  const done = await store.changeRole({ userId, to, undoes, actorId: may.value.id, reason: reason.value, now });
  switch (done) {
    case 'done':
      return ok(null);
    case 'unchanged':
      return refusal('unchanged');
    case 'no-such-person':
      return refusal('no-such-person');
    case 'last-admin':
      return refusal('last-admin');
    case 'not-allowed':
      return refusal('not-an-admin');
  }
}

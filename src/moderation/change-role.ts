import type { NotPermitted, Role, Viewer } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { outcomeOf, permitDeed } from './deed';
import type { ModerationStore } from './moderation-store';
import type { BadReason } from './reason';

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
  const may = permitDeed({ viewer, action: 'administer', reason: input.reason, now });
  if (!may.ok) return may;
  const { actor, reason } = may.value;
  const { userId, to, undoes = null } = input;
  const done = await store.changeRole({ userId, to, undoes, actorId: actor.id, reason, now });
  return outcomeOf(done === 'not-allowed' ? 'not-an-admin' : done);
}

import type { Result } from '@/src/shared';
import { ok } from '@/src/shared';
import { parseDisplayName } from './display-name';
import { permit } from './permissions';
import type { AccountStore } from './store';
import type { Viewer } from './viewer';

type Update = {
  viewer: Viewer | null;
  input: { displayName: string; upvotesHidden: boolean };
  now: Date;
  store: AccountStore;
};

/** Changes what others see of the viewer. Only the two fields named here can change this way. */
export async function updateProfile({ viewer, input, now, store }: Update): Promise<Result<string>> {
  const permitted = permit(viewer, 'edit-profile', now);
  if (!permitted.ok) return permitted;
  const name = parseDisplayName(input.displayName);
  if (!name.ok) return name;
  await store.updateProfile(permitted.value.id, { displayName: name.value, upvotesHidden: input.upvotesHidden });
  return ok(name.value);
}

import type { Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { cleanDisplayName } from './display-name';
import { permit } from './permissions';
import type { AccountStore } from './store';
import type { Viewer } from './viewer';

/** How many API tokens a person can have. */
export const MOST_TOKENS = 20;

type Creation = {
  viewer: Viewer | null;
  input: { name: string; write: boolean };
  /** Made by the caller, because randomness is not this module's. */
  made: { hash: string; prefix: string };
  now: Date;
  store: AccountStore;
};

/** Keeps a new API token of the viewer's, by its hash. It reads, and writes where that was asked for. */
export async function createToken({ viewer, input, made, now, store }: Creation): Promise<Result<string>> {
  const permitted = permit(viewer, 'manage-access', now);
  if (!permitted.ok) return permitted;
  const name = cleanDisplayName(input.name);
  if (name === '' || [...name].length > 60) {
    return refuse('bad-token-name', 'Give the token a name of at most 60 characters, such as “laptop”.');
  }
  const scopes = input.write ? (['read', 'write'] as const) : (['read'] as const);
  const added = await store.addToken({ userId: permitted.value.id, name, scopes, ...made }, MOST_TOKENS);
  return added
    ? ok(name)
    : refuse('too-many-tokens', `You have ${MOST_TOKENS} tokens. Revoke one that you do not use.`);
}

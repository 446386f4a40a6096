import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import { type PaperId, parsePaperId } from '@/src/papers';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { admissible, type NotAdmissible } from './admissible';
import { refusal } from './refusals';
import type { PaperSource, SubmissionStore } from './submission-store';

export type LookUpRefusal =
  | NotPermitted
  | NotAdmissible
  | Refusal<'not-an-id' | 'no-such-paper' | 'too-many' | 'not-taken'>;

/** `listed`: it is in the paper already. `source-down`: it can be submitted all the same, and is kept until the source answers. */
export type LookedUp = { paperId: PaperId; state: 'ready' | 'listed' | 'source-down' };

type Asked = { viewer: Viewer | null; input: { paper: string }; now: Date };
type Ports = { store: SubmissionStore; source: PaperSource; rules: { maxAgeDays: number } };

/**
 * Finds what somebody pasted (an id, or an address that holds one) and stores what the source says of it, on no day's
 * list, so that it can be shown before it is submitted. Refuses what could not be submitted anyway.
 */
export async function lookUpPaper(
  { store, source, rules }: Ports,
  { viewer, input, now }: Asked,
): Promise<Result<LookedUp, LookUpRefusal>> {
  const may = permit(viewer, 'submit', now);
  if (!may.ok) return may;
  const id = parsePaperId(input.paper);
  if (!id.ok) return refuse('not-an-id', id.refusal.message);
  const paperId = id.value;
  const by = { submitter: may.value, at: now };
  const known = await store.known(paperId);
  if (known?.shownOn) return ok({ paperId, state: 'listed' });
  if (known?.hidden) return refusal('hidden-paper');
  if (known?.complete) {
    const fit = admissible(known, by, rules.maxAgeDays);
    return fit.ok ? ok({ paperId, state: 'ready' }) : fit;
  }
  if (!(await paceOf(store, may.value))) return refusal('too-many');
  const answer = (await source([paperId])).get(paperId) ?? { kind: 'unreachable' };
  if (answer.kind === 'unreachable') return ok({ paperId, state: 'source-down' });
  if (answer.kind === 'unknown') return refusal('no-such-paper');
  const { published, withdrawn = false } = answer.record.facts;
  const fit = admissible({ publishedAt: published?.at, withdrawn }, by, rules.maxAgeDays);
  if (!fit.ok) return fit;
  return (await store.keep(answer.record)) ? ok({ paperId, state: 'ready' }) : refusal('not-taken');
}

/** Each look may make us ask arXiv, which lets us ask once in three seconds. */
export const paceOf = async (store: Pick<SubmissionStore, 'limit'>, viewer: Viewer): Promise<boolean> =>
  (await store.limit({ key: `submissions:look:${viewer.id}`, max: 20, perSeconds: 600 })).allowed;

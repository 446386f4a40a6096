import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import { type PaperId, parsePaperId } from '@/src/papers';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { paceOf } from './look-up-paper';
import { refusal } from './refusals';
import type { PaperSource, SubmissionStore } from './submission-store';

export type IndexRefusal =
  | NotPermitted
  | Refusal<'not-an-id' | 'no-such-paper' | 'too-many' | 'not-taken' | 'source-down'>;

type Asked = { viewer: Viewer | null; input: { arxivId: string }; now: Date };

/** Makes a paper known here, of whatever age, and puts it on no day's list. Doing it twice is doing it once. */
export async function indexPaper(
  { store, source }: { store: SubmissionStore; source: PaperSource },
  { viewer, input, now }: Asked,
): Promise<Result<PaperId, IndexRefusal>> {
  const may = permit(viewer, 'submit', now);
  if (!may.ok) return may;
  const id = parsePaperId(input.arxivId);
  if (!id.ok) return refuse('not-an-id', id.refusal.message);
  if ((await store.known(id.value))?.complete) return ok(id.value);
  if (!(await paceOf(store, may.value))) return refusal('too-many');
  const answer = (await source([id.value])).get(id.value);
  if (answer?.kind === 'unknown') return refusal('no-such-paper');
  if (answer?.kind !== 'found') return refuse('source-down', 'arXiv does not answer at the moment. Try again later.');
  return (await store.keep(answer.record)) ? ok(id.value) : refusal('not-taken');
}

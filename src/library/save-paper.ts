import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { PaperId } from '@/src/papers';
import { parsePaperId } from '@/src/papers';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import type { LibraryStore } from './library-store';
import { MOST_SAVED } from './limits';

export type SaveRefusal = NotPermitted | Refusal<'bad-id' | 'no-paper' | 'full'>;
type Asked = { viewer: Viewer | null; input: { paperId: string; saved: boolean }; now: Date };
export type Saved = { paperId: PaperId; saved: boolean };

/** Keeps a paper for the viewer, or no longer; doing either twice is doing it once. */
export async function savePaper(
  store: LibraryStore,
  { viewer, input, now }: Asked,
): Promise<Result<Saved, SaveRefusal>> {
  const permitted = permit(viewer, 'save', now);
  if (!permitted.ok) return permitted;
  const id = parsePaperId(input.paperId);
  if (!id.ok) return refuse('bad-id', id.refusal.message);
  const answer = { paperId: id.value, saved: input.saved };
  if (!input.saved) {
    await store.unsave(permitted.value.id, id.value);
    return ok(answer);
  }
  const outcome = await store.save(permitted.value.id, id.value);
  if (outcome === 'no-paper') return refuse('no-paper', 'There is no such paper here.');
  if (outcome === 'full')
    return refuse('full', `You keep ${MOST_SAVED.toLocaleString('en')} papers, the most there can be. Remove some.`);
  return ok(answer);
}

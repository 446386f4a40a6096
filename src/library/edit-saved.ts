import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import { parsePaperId } from '@/src/papers';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import type { LibraryStore } from './library-store';
import { LONGEST_NOTE } from './limits';
import { cleanNote, readTags } from './saved-tags';

export type EditRefusal = NotPermitted | Refusal<'bad-id' | 'no-paper' | 'too-long'>;
type Asked = { viewer: Viewer | null; input: { paperId: string; note: string; tags: string }; now: Date };

/** Writes note and tags beside a saved paper. */
export async function editSaved(
  store: LibraryStore,
  { viewer, input, now }: Asked,
): Promise<Result<null, EditRefusal>> {
  const permitted = permit(viewer, 'save', now);
  if (!permitted.ok) return permitted;
  const id = parsePaperId(input.paperId);
  if (!id.ok) return refuse('bad-id', id.refusal.message);
  // Browsers send line ends as two characters and count one.
  if (input.note.replace(/\r\n/g, '\n').length > LONGEST_NOTE)
    return refuse('too-long', `A note has at most ${LONGEST_NOTE.toLocaleString('en')} characters. Shorten it.`);
  const note = { note: cleanNote(input.note), tags: readTags(input.tags) };
  const found = await store.edit(permitted.value.id, id.value, note);
  return found ? ok(null) : refuse('no-paper', 'You do not keep this paper.');
}

import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import type { Imported, LibraryStore } from '../library-store';
import { MOST_SAVED } from '../limits';
import type { Rejected } from './bibtex-entries';
import type { LibraryEntry } from './entry';
import { readLibrary } from './read-library';

export type ImportRefusal = NotPermitted | Refusal<'empty' | 'not-a-library' | 'too-many' | 'full'>;
type Asked = { viewer: Viewer | null; file: string; now: Date; breathe: () => Promise<void> | undefined };
export type ImportReport = Imported & { rejected: Rejected[] };

/** What could not be read is kept as it stood, under its place in the file. */
const unread = ({ place, source }: Rejected): LibraryEntry[] =>
  source === undefined
    ? []
    : [
        {
          ...NOTHING,
          title: `Could not be read: ${place}`,
          item: { type: 'document', title: place, custom: { source } },
        },
      ];

const NOTHING = { families: [], arxivId: null, doi: null, note: '', tags: [] };

/**
 * Takes a reader's library in: entries that name a paper here, by arXiv id, DOI or title, are saved with their notes and
 * keywords; the others are kept whole, so that nothing is lost.
 */
export async function importLibrary(
  store: LibraryStore,
  { viewer, file, now, breathe }: Asked,
): Promise<Result<ImportReport, ImportRefusal>> {
  const permitted = permit(viewer, 'save', now);
  if (!permitted.ok) return permitted;
  const library = await readLibrary(file, breathe);
  if (!library.ok) return library;
  const { rejected } = library.value;
  const entries = [...library.value.entries, ...rejected.flatMap(unread)];
  const imported = await store.import(permitted.value.id, entries, await store.match(entries));
  if (imported === 'full')
    return refuse('full', `That would be more than the ${MOST_SAVED.toLocaleString('en')} papers that you can keep.`);
  return ok({ ...imported, rejected });
}

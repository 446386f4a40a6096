import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import { isBlank, parseQuery, printQuery } from '@/src/search';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import type { LibraryStore } from './library-store';
import { MOST_SEARCHES } from './limits';

export type SearchRefusal = NotPermitted | Refusal<'empty' | 'full' | 'too-long'>;
type Asked = { viewer: Viewer | null; query: string; now: Date };

/** Keeps a search as the search page prints it, so that no two ask the same. */
export async function saveSearch(
  store: LibraryStore,
  { viewer, query, now }: Asked,
): Promise<Result<string, SearchRefusal>> {
  const permitted = permit(viewer, 'save', now);
  if (!permitted.ok) return permitted;
  if (query.length > 300) return refuse('too-long', 'A search has at most 300 characters. Shorten it.');
  const { query: read } = parseQuery(query);
  if (isBlank(read)) return refuse('empty', 'This search looks for nothing. Type some words first.');
  const printed = printQuery(read);
  const added = await store.addSearch(permitted.value.id, printed);
  return added === 'full'
    ? refuse('full', `You keep ${MOST_SEARCHES} searches, the most there can be. Remove one.`)
    : ok(printed);
}

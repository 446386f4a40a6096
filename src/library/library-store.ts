import type { PaperId } from '@/src/papers';
import type { LibraryEntry } from './import/entry';

export type Note = { note: string; tags: string[] };
export type SavedPaper = Note & { paperId: PaperId; savedAt: Date };
export type SavedEntry = { id: string; title: string; arxivId: string | null };
export type SavedSearch = { id: string; query: string };
export type TagCount = { tag: string; count: number };

export type SavedQuery = { userId: string; tag: string | null; text: string; limit: number; offset: number };

/** Which entries of an import are which papers here, by their place in the import. */
export type Matches = ReadonlyMap<number, PaperId>;

export type Imported = { saved: number; already: number; left: number };

/** What readers keep. Everything is one person's; nothing is found by another's id. */
export interface LibraryStore {
  /** Keeping a paper twice keeps it once, with its note. */
  save(userId: string, paperId: PaperId): Promise<'saved' | 'no-paper' | 'full'>;
  unsave(userId: string, paperId: PaperId): Promise<void>;
  /** False where the paper is not saved. */
  edit(userId: string, paperId: PaperId, note: Note): Promise<boolean>;
  one(userId: string, paperId: PaperId): Promise<SavedPaper | null>;
  /** Which of these he keeps. */
  own(userId: string, ids: readonly PaperId[]): Promise<PaperId[]>;
  /** The last saved first. */
  list(query: SavedQuery): Promise<{ papers: SavedPaper[]; total: number }>;
  tags(userId: string): Promise<TagCount[]>;

  match(entries: readonly LibraryEntry[]): Promise<Matches>;
  /** Keeps the matched as papers and the others as entries, in one transaction. A paper that was kept already keeps its note and gets the new tags. */
  import(userId: string, entries: readonly LibraryEntry[], matches: Matches): Promise<Imported | 'full'>;
  entries(userId: string, limit: number): Promise<{ entries: SavedEntry[]; total: number }>;
  /** Every entry as it came, for the export. */
  items(userId: string): Promise<unknown[]>;
  removeEntry(userId: string, id: string | 'all'): Promise<void>;

  searches(userId: string): Promise<SavedSearch[]>;
  addSearch(userId: string, query: string): Promise<'saved' | 'full'>;
  removeSearch(userId: string, id: string): Promise<void>;

  isPublic(userId: string): Promise<boolean>;
  setPublic(userId: string, shown: boolean): Promise<void>;
}

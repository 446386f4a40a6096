export { editSaved } from './edit-saved';
export type { LibraryEntry } from './import/entry';
export { importLibrary } from './import/import-library';
export type { LibraryStore, Matches, SavedEntry, SavedPaper } from './library-store';
export { LONGEST_NOTE, MOST_ENTRIES, MOST_SAVED, MOST_SEARCHES, MOST_TAGS } from './limits';
export { type SaveRefusal, savePaper } from './save-paper';
export { saveSearch } from './save-search';

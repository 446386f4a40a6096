import { type SearchThread, startSearchThread } from './search-thread';

// Route modules may be loaded more than once; a process has one index.
const kept = globalThis as { broadsheetSearch?: SearchThread };

/** The process's search thread, started when it is first asked for. */
export function ownSearchThread(options: Parameters<typeof startSearchThread>[0]): SearchThread {
  kept.broadsheetSearch ??= startSearchThread(options);
  return kept.broadsheetSearch;
}

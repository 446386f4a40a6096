/** Papers that one person can keep. */
export const MOST_SAVED = 20_000;
/** Imported entries without a paper that one person can keep. */
export const MOST_ENTRIES = 20_000;
export const MOST_SEARCHES = 100;
export const LONGEST_NOTE = 4_000;
export const MOST_TAGS = 20;
export const LONGEST_TAG = 50;

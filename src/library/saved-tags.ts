import { LONGEST_NOTE, LONGEST_TAG, MOST_TAGS } from './limits';

/** Tags as they were typed, parted by commas: trimmed, each once, whatever its case. The first that there is room for count. */
export function readTags(typed: string): string[] {
  return cleanTags(typed.split(/[,;\n]/));
}

export function cleanTags(given: readonly string[]): string[] {
  const tags = new Map<string, string>();
  for (const one of given) {
    const tag = one
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim()
      .slice(0, LONGEST_TAG);
    if (tag !== '' && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  return [...tags.values()].slice(0, MOST_TAGS);
}

/** A note without what cannot be stored; cut where it is too long. */
export const cleanNote = (typed: string): string =>
  typed
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n\t]/gu, '')
    .trim()
    .slice(0, LONGEST_NOTE);

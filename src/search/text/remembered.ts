import { ownCopy } from '@/src/shared';

const MOST_KEPT = 100_000;

/** A function of a word that remembers what it gave for the last words. */
export function remembered<T>(compute: (word: string) => T): (word: string) => T {
  const kept = new Map<string, T>();
  return (word) => {
    const found = kept.get(word);
    if (found !== undefined) return found;
    const own = ownCopy(word);
    const made = compute(own);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(own, made);
    return made;
  };
}

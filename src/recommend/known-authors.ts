import { authorKey } from '@/src/papers';

/** How often papers of an author were wanted. Authors are kept as 32-bit hashes of their key, never as names. */
export type KnownAuthors = Map<number, number>;

/** FNV-1a over the author's key. Two authors in four thousand million share one; nothing but a tie depends on it. */
function authorHash(name: string): number {
  let hash = 0x811c9dc5;
  const key = authorKey(name);
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** For each author, in order, how many of their earlier papers were wanted; once is no habit and counts as never. */
export const knownCounts = (known: KnownAuthors, authors: readonly string[]): number[] =>
  authors.map((name) => {
    const count = known.get(authorHash(name)) ?? 0;
    return count < FEWEST_WANTED ? 0 : count;
  });

/** Authors of so many wanted papers are kept. */
export const FEWEST_WANTED = 2;

export function noteAuthors(known: KnownAuthors, authors: readonly string[]): void {
  for (const hash of new Set(authors.map(authorHash))) known.set(hash, (known.get(hash) ?? 0) + 1);
}

import type postgres from 'postgres';
import type { LibraryEntry, Matches } from '@/src/library';
import { authorKey, type PaperId } from '@/src/papers';

/** A title of one word, or of a few letters, says too little. */
const isTelling = (title: string): boolean => title.length >= 15 && /\s/.test(title.trim());

type Titled = { title: string; id: PaperId; keys: string[] };

/**
 * The papers that entries name: by arXiv id, else by DOI, else by a title that is the same but for case, accents and signs
 * and, where both name authors, has one of them in common.
 */
export async function matchEntries(sql: postgres.Sql, entries: readonly LibraryEntry[]): Promise<Matches> {
  const ids = entries.flatMap(({ arxivId }) => arxivId ?? []);
  const dois = entries.flatMap(({ doi }) => doi ?? []);
  const titles = entries.map(({ title }) => title).filter(isTelling);
  const [byId, byDoi, byTitle] = await Promise.all([
    sql<{ id: PaperId }[]>`SELECT id FROM papers WHERE id = ANY (${ids}::text[]) AND NOT hidden`,
    sql<{ id: PaperId; doi: string }[]>`
      SELECT id, lower(doi) AS doi FROM papers WHERE NOT hidden AND lower(doi) = ANY (${dois}::text[])`,
    sql<Titled[]>`
      SELECT asked.title, p.id, p.author_keys AS keys
      FROM (SELECT DISTINCT title FROM unnest(${titles}::text[]) AS title) asked
      JOIN search_texts s ON s.title = left(search_fold(asked.title), 200) COLLATE "C"
      JOIN papers p ON p.id = s.paper_id WHERE NOT p.hidden`,
  ]);
  const known = new Set(byId.map(({ id }) => id));
  const ofDoi = new Map(byDoi.map(({ doi, id }) => [doi, id]));
  const ofTitle = new Map<string, Titled[]>();
  for (const row of byTitle) ofTitle.set(row.title, [...(ofTitle.get(row.title) ?? []), row]);
  const matches = new Map<number, PaperId>();
  for (const [at, entry] of entries.entries()) {
    const { arxivId, doi, title } = entry;
    const id =
      (arxivId !== null && known.has(arxivId) ? arxivId : undefined) ??
      (doi === null ? undefined : ofDoi.get(doi)) ??
      // An entry that names another paper's id is not this one, whatever its title.
      (arxivId === null ? ofTitle.get(title)?.find(({ keys }) => sharesAuthor(entry, keys))?.id : undefined);
    if (id !== undefined) matches.set(at, id);
  }
  return matches;
}

function sharesAuthor({ families }: LibraryEntry, keys: readonly string[]): boolean {
  if (families.length === 0 || keys.length === 0) return true;
  const wanted = families.map(authorKey);
  return keys.some((key) => wanted.some((family) => key === family || key.endsWith(`-${family}`)));
}

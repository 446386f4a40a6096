import { createHash } from 'node:crypto';
import type postgres from 'postgres';
import {
  type LibraryEntry,
  type LibraryStore,
  LONGEST_NOTE,
  type Matches,
  MOST_ENTRIES,
  MOST_SAVED,
  MOST_TAGS,
} from '@/src/library';
import { newObjectId } from '../object-id';

// The whole entry but its citation key: two of one title, or two chapters under a book's DOI, are two.
const keyOf = ({ title, item: { id: _, ...item } }: LibraryEntry): string =>
  createHash('sha256')
    .update(JSON.stringify([title, item]))
    .digest('hex')
    .slice(0, 32);

/** One transaction; two imports of one person wait for each other. */
export const importEntries = (
  sql: postgres.Sql,
  userId: string,
  { entries, matches }: { entries: readonly LibraryEntry[]; matches: Matches },
): ReturnType<LibraryStore['import']> =>
  sql
    .begin(async (tx) => {
      await tx`SELECT 1 FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
      const found = new Map<string, { note: string; tags: string[] }>();
      for (const [at, paperId] of matches) {
        const { note = '', tags = [] } = entries[at] ?? {};
        const before = found.get(paperId);
        const notes = [...new Set([before?.note, note])].filter(Boolean).join('\n\n');
        found.set(paperId, {
          note: notes.slice(0, LONGEST_NOTE),
          tags: [...new Set([...(before?.tags ?? []), ...tags])],
        });
      }
      const rows = [...found].map(([paperId, { note, tags }]) => ({ paperId, note, tags: tags.slice(0, MOST_TAGS) }));
      const saved = await tx<{ added: boolean }[]>`
      INSERT INTO saved_papers AS kept (user_id, paper_id, note, tags)
      SELECT ${userId}, r."paperId", r.note, r.tags
      FROM jsonb_to_recordset(${tx.json(storable(rows) as never)}) AS r("paperId" text, note text, tags text[])
      JOIN papers p ON p.id = r."paperId" ORDER BY r."paperId"
      ON CONFLICT (user_id, paper_id) DO UPDATE SET
        note = CASE WHEN kept.note = '' THEN excluded.note ELSE kept.note END,
        tags = (SELECT coalesce(array_agg(tag ORDER BY tag), '{}') FROM (
          SELECT DISTINCT tag, tag <> ALL (kept.tags) AS new FROM unnest(kept.tags || excluded.tags) AS tag
          ORDER BY new, tag LIMIT ${MOST_TAGS}) AS first)
      RETURNING (xmax = 0) AS added`;
      const left = entries
        .filter((_, at) => !matches.has(at))
        .map((entry) => ({
          id: newObjectId(),
          key: keyOf(entry),
          title: entry.title,
          arxivId: entry.arxivId,
          item: entry.item,
        }));
      await tx`
      INSERT INTO saved_entries (id, user_id, key, title, arxiv_id, item)
      SELECT DISTINCT ON (key) id, ${userId}, key, title, "arxivId", item
      FROM jsonb_to_recordset(${tx.json(storable(left) as never)}) AS r(id text, key text, title text, "arxivId" text, item jsonb)
      ON CONFLICT (user_id, key) DO UPDATE SET item = excluded.item, title = excluded.title`;
      const [counts] = await tx<[{ papers: number; entries: number }]>`
      SELECT (SELECT count(*)::int FROM saved_papers WHERE user_id = ${userId}) AS papers,
        (SELECT count(*)::int FROM saved_entries WHERE user_id = ${userId}) AS entries`;
      if (counts.papers > MOST_SAVED || counts.entries > MOST_ENTRIES) throw new Full();
      const added = saved.filter((row) => row.added).length;
      return { saved: added, already: saved.length - added, left: left.length };
    })
    .catch((error: unknown) => {
      if (error instanceof Full) return 'full' as const;
      throw error;
    });

class Full extends Error {
  override name = 'Full';
}

/** PostgreSQL's jsonb takes neither NUL nor half a surrogate pair, which a text that was cut may end in. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/[\0\p{Cs}]/gu, '');
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [storable(name), storable(one)]));
}

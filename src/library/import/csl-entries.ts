import { z } from 'zod';
import type { Rejected } from './bibtex-entries';
import { entryOf, type LibraryEntry, referencesIn } from './entry';

const text = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);
const NAME = z.object({ family: text, given: text, literal: text });
const ITEM = z.object({
  title: text,
  author: z.array(NAME).catch([]).default([]),
  DOI: text,
  URL: text,
  number: text,
  archive_location: text,
  note: text,
  'container-title': text,
  keyword: text,
});

/** No reference manager nests as deep; what comes after reads an item by calling itself. */
const DEEPEST = 32;

function isShallow(item: unknown): boolean {
  let level: unknown[] = [item];
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return true;
  }
  return false;
}

/** CSL-JSON: an array of items, or one item. Items that are no objects, or too deep, are told of by their place. */
export function readCslJson(value: unknown): { entries: LibraryEntry[]; rejected: Rejected[] } {
  const entries: LibraryEntry[] = [];
  const rejected: Rejected[] = [];
  for (const [index, item] of (Array.isArray(value) ? value : [value]).entries()) {
    if (!isShallow(item)) {
      rejected.push({ place: `item ${index + 1}`, reason: 'it is nested too deeply' });
      continue;
    }
    const read = ITEM.safeParse(item);
    if (read.success) entries.push(toEntry(read.data, item as Record<string, unknown>));
    else rejected.push({ place: `item ${index + 1}`, reason: 'it is not an object of CSL-JSON' });
  }
  return { entries, rejected };
}

const toEntry = (read: z.output<typeof ITEM>, item: Record<string, unknown>): LibraryEntry =>
  entryOf({
    title: read.title ?? '',
    families: read.author.map(({ family, literal }) => family ?? literal ?? ''),
    places: [
      read.number,
      read.archive_location,
      read.DOI,
      read.URL,
      read['container-title'],
      ...referencesIn(read.note),
    ],
    notes: [read.note],
    tags: (read.keyword ?? '').split(/[,;]/),
    item,
  });

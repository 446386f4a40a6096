import type { UtcDay } from '@/src/shared';
import type { AnnounceType } from './paper-facts';

/**
 * What a source said it announced on a day in a category. `paperIds` holds the day's own list, new and cross-listed;
 * `allIds` the replaced ones too, sorted.
 */
export type Announcement = {
  source: string;
  day: UtcDay;
  category: string;
  newCount: number;
  crossCount: number;
  replaceCount: number;
  paperIds: string[];
  allIds: string[];
};

export type AnnouncedPaper = { id: string; type: AnnounceType };

/** Sums up one category's announcement of one day. */
export function summariseAnnouncement(
  where: { source: string; day: UtcDay; category: string },
  papers: readonly AnnouncedPaper[],
): Announcement {
  const kinds = new Map<string, AnnounceType>();
  for (const { id, type } of papers) if (!kinds.has(id)) kinds.set(id, type);
  const count = (...types: AnnounceType[]) => [...kinds.values()].filter((type) => types.includes(type)).length;
  const all = [...kinds.keys()].sort();
  return {
    ...where,
    newCount: count('new'),
    crossCount: count('cross'),
    replaceCount: count('replace', 'replace-cross'),
    paperIds: all.filter((id) => kinds.get(id) === 'new' || kinds.get(id) === 'cross'),
    allIds: all,
  };
}

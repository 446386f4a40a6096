import { z } from 'zod';
import { parsePaperReference } from '@/src/papers';
import { parseUtcDay, type UtcDay } from '@/src/shared';
import { type AnnouncedPaper, summariseAnnouncement } from '../announcement';
import { ANNOUNCE_TYPES } from '../paper-facts';
import type { SourceEvent } from '../source';
import { monthOfId, startOfDay } from './dates';
import { present, rejected } from './format-reader';
import { oneLine, optionalLine, paragraphs } from './text';
import { withdrawnBy } from './withdrawal';

const paper = z.object({
  arxiv_id: z.string(),
  title: z.string(),
  abstract: z.string(),
  authors: z.array(z.string()),
  comment: z.string().nullish(),
  primary_category: z.string(),
  categories: z.array(z.string()),
  announce_type: z.enum(ANNOUNCE_TYPES),
});
const day = z.object({ date: z.string(), status: z.string(), papers: z.array(z.unknown()) });

/** Whether a JSON value looks like a saved day of announcements. */
export const looksLikeAnnouncementDay = (value: unknown): boolean => day.safeParse(value).success;

/** One saved day of one category's announcements. Its category is the one that all its papers share. */
export function readAnnouncementDay(value: unknown, place: string): SourceEvent[] {
  const parsed = day.safeParse(value);
  const date = parsed.success ? parseUtcDay(parsed.data.date) : undefined;
  if (!parsed.success || !date?.ok) return [rejected(place, 'not a day of announcements')];
  const papers = parsed.data.papers.map((item) => paper.safeParse(item));
  const category = sharedCategory(papers.flatMap((item) => (item.success ? [item.data.categories] : [])));
  const announced: AnnouncedPaper[] = [];
  const events = papers.map((item, index): SourceEvent => {
    const where = `${place}#${index + 1}`;
    const issue = item.error?.issues[0];
    if (!item.success) return rejected(where, `not an announced paper: ${issue?.path.join('.')}: ${issue?.message}`);
    const event = readPaper(item.data, { day: date.value, category, place: where });
    if (event.kind === 'paper') announced.push({ id: event.record.facts.id, type: item.data.announce_type });
    return event;
  });
  if (category === undefined) return events;
  const announcement = summariseAnnouncement({ source: 'arxiv', day: date.value, category }, announced);
  return [...events, { kind: 'announcement', announcement }];
}

function readPaper(
  data: z.infer<typeof paper>,
  { day: listed, category, place }: { day: UtcDay; category: string | undefined; place: string },
): SourceEvent {
  const reference = parsePaperReference(data.arxiv_id);
  if (!reference.ok) return rejected(place, reference.refusal.message, data.arxiv_id);
  const { id, version } = reference.value;
  const title = oneLine(data.title);
  const abstract = paragraphs(data.abstract);
  const comment = optionalLine(data.comment);
  const categories = category === undefined ? data.categories : [category];
  return {
    kind: 'paper',
    record: {
      place,
      facts: {
        ...present({ latestVersion: version, comment }),
        id,
        kind: 'announcement-feed',
        title,
        abstract,
        authors: data.authors.map(oneLine).filter(Boolean),
        primaryCategory: data.primary_category,
        categories: data.categories,
        published: data.announce_type === 'new' ? { at: startOfDay(listed), precision: 'announced' } : monthOfId(id),
        asOf: listed,
        withdrawn: withdrawnBy({ abstract, comment }),
      },
      listings: [{ day: listed, announced: data.announce_type, categories, source: 'feed' }],
    },
  };
}

function sharedCategory(lists: string[][]): string | undefined {
  const [first, ...others] = lists;
  const shared = first?.filter((category) => others.every((list) => list.includes(category))) ?? [];
  return shared.length === 1 ? shared[0] : undefined;
}

import { z } from 'zod';
import { parsePaperReference } from '@/src/papers';
import { parseUtcDay, type UtcDay } from '@/src/shared';
import type { ListingFacts, PaperFacts } from '../paper-facts';
import type { SourceEvent } from '../source';
import { monthOfId, type Published, publishedFrom, startOfDay } from './dates';
import { present, rejected } from './format-reader';
import { scheduledListing } from './listing';
import { oneLine, optionalLine, paragraphs } from './text';
import { withdrawnBy } from './withdrawal';

const line = z.object({
  id: z.string(),
  title: z.string(),
  abstract: z.string(),
  authors: z.array(z.string()),
  categories: z.array(z.string()),
  primary_category: z.string(),
  published: z.string().nullish(),
  updated: z.string().nullish(),
  doi: z.string().nullish(),
  comment: z.string().nullish(),
  announced: z.string().nullish(),
});

/** Whether an object looks like a line of `papers.jsonl`. */
export const looksLikePapersLine = (value: object): boolean => 'primary_category' in value && 'abstract' in value;

/** One line of `papers.jsonl`: a paper and, where known, the day of its first listing. */
export function readPapersLine(value: unknown, place: string): SourceEvent {
  const parsed = line.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return rejected(place, `not a line of papers.jsonl: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { data } = parsed;
  const reference = parsePaperReference(data.id);
  if (!reference.ok) return rejected(place, reference.refusal.message, data.id);
  const announced = data.announced ? parseUtcDay(data.announced) : undefined;
  if (announced && !announced.ok) return rejected(place, `“announced”: ${announced.refusal.message}`, data.id);
  const facts = lineFacts(data, reference.value, announced?.value);
  const listing: ListingFacts | undefined = announced
    ? { day: announced.value, announced: 'new', categories: data.categories, source: 'file' }
    : scheduledListing(facts);
  return { kind: 'paper', record: { place, facts, listings: listing ? [listing] : [] } };
}

function lineFacts(
  data: z.infer<typeof line>,
  { id, version }: { id: PaperFacts['id']; version?: number },
  announced: UtcDay | undefined,
): PaperFacts {
  const title = oneLine(data.title);
  const abstract = paragraphs(data.abstract);
  const comment = optionalLine(data.comment);
  const revised = publishedFrom(data.updated);
  return {
    ...present({
      revisedAt: revised?.at,
      latestVersion: version,
      doi: optionalLine(data.doi),
      comment,
    }),
    id,
    kind: 'papers-file',
    title,
    abstract,
    authors: data.authors.map(oneLine).filter(Boolean),
    primaryCategory: data.primary_category,
    categories: data.categories,
    published: submitted(data.published, announced) ?? monthOfId(id),
    withdrawn: withdrawnBy({ abstract, comment }),
  };
}

// Nobody submits after the announcement: such a date is of a later version.
function submitted(published: string | null | undefined, announced: UtcDay | undefined): Published | undefined {
  const told = publishedFrom(published);
  if (announced === undefined) return told;
  const ended = startOfDay(announced).getTime() + 86_400_000;
  return told && told.at.getTime() < ended ? told : { at: startOfDay(announced), precision: 'announced' };
}

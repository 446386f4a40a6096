import { z } from 'zod';
import { parsePaperReference } from '@/src/papers';
import { parseUtcDay, type UtcDay } from '@/src/shared';
import type { ListingFacts, OutsideFacts, PaperFacts } from '../paper-facts';
import type { SourceEvent } from '../source';
import { publishedFrom } from './dates';
import { present, rejected } from './format-reader';
import { excerptOf, oneLine, optionalLine, paragraphs, webAddress } from './text';

const text = z.string();
const count = z.number().int().min(0).max(100_000_000);
const organization = z.object({ name: text, fullname: text, avatar: text.nullish() });
const person = z.object({ user: text.nullish(), name: text.nullish(), fullname: text.nullish() });

const hubItem = z.object({
  paper: z.object({
    id: text,
    authors: z.array(z.object({ name: text, hidden: z.boolean().nullish() })),
    publishedAt: text,
    submittedOnDailyAt: text.nullish(),
    submittedOnDailyBy: person.nullish(),
    title: text,
    summary: text,
    upvotes: count,
    discussionId: text.nullish(),
    projectPage: text.nullish(),
    githubRepo: text.nullish(),
    githubStars: count.nullish(),
    ai_summary: text.nullish(),
    ai_keywords: z.array(text).nullish(),
    organization: organization.nullish(),
  }),
  numComments: count.nullish(),
  submittedBy: person.nullish(),
  organization: organization.nullish(),
});
type HubItem = z.infer<typeof hubItem>;

/** Whether a JSON value looks like the Hub's daily list. */
export const looksLikeHubList = (value: unknown): value is unknown[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && 'paper' in item);

/**
 * The Hub's daily list: what its readers picked, with votes. It knows no categories. `day` is the list's day, for items
 * that do not carry it themselves (those before 2025).
 */
export function readHubList(list: readonly unknown[], place: string, day: UtcDay | undefined): SourceEvent[] {
  return list.map((value, index) => readItem(value, `${place}#${index + 1}`, day));
}

function readItem(value: unknown, place: string, listDay: UtcDay | undefined): SourceEvent {
  const parsed = hubItem.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue?.path.join('.') ?? '';
    return rejected(
      place,
      `not an item of the Hub's daily list: ${where}: ${issue?.message}`,
      excerptOf(JSON.stringify(value) ?? ''),
    );
  }
  const { paper } = parsed.data;
  const reference = parsePaperReference(paper.id);
  if (!reference.ok) return rejected(place, reference.refusal.message, paper.id);
  const own = parseUtcDay(paper.submittedOnDailyAt?.slice(0, 10) ?? '');
  const day = own.ok ? own.value : listDay;
  if (!day)
    return rejected(place, 'the item does not say on which day it was picked, nor does the name of its file', paper.id);
  return {
    kind: 'paper',
    record: { place, facts: itemFacts(parsed.data, reference.value.id), listings: [pick(parsed.data, day)] },
  };
}

function pick(item: HubItem, day: UtcDay): ListingFacts {
  const submitter = item.paper.submittedOnDailyBy ?? item.submittedBy;
  const by = submitter?.user ?? submitter?.name ?? undefined;
  return { day, picked: present({ by: optionalLine(by) }), categories: [], source: 'hub' };
}

function itemFacts({ paper, numComments, organization: outer }: HubItem, id: PaperFacts['id']): PaperFacts {
  const organization = paper.organization ?? outer;
  const outside: OutsideFacts = {
    upvotes: paper.upvotes,
    comments: numComments ?? 0,
    ...present({
      summary: optionalLine(paper.ai_summary),
      keywords: paper.ai_keywords?.map(oneLine).filter(Boolean) ?? undefined,
      githubStars: paper.githubStars ?? undefined,
      discussionId: optionalLine(paper.discussionId),
    }),
  };
  return {
    ...present({
      published: publishedFrom(paper.publishedAt),
      codeUrl: webAddress(paper.githubRepo),
      projectUrl: webAddress(paper.projectPage),
      organization: organization
        ? {
            name: oneLine(organization.name),
            fullname: oneLine(organization.fullname),
            ...present({ avatar: webAddress(organization.avatar) }),
          }
        : undefined,
    }),
    id,
    kind: 'hub',
    title: oneLine(paper.title),
    abstract: paragraphs(paper.summary),
    authors: paper.authors
      .filter((author) => author.hidden !== true)
      .map((author) => oneLine(author.name))
      .filter(Boolean),
    outside,
  };
}

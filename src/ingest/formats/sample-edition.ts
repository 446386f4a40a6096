import { z } from 'zod';
import { parsePaperReference } from '@/src/papers';
import { parseUtcDay } from '@/src/shared';
import type { ListingFacts } from '../paper-facts';
import type { SourceEvent } from '../source';
import { publishedFrom } from './dates';
import { present, rejected } from './format-reader';

const edition = z.object({
  papers: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      authors: z.array(z.string()),
      categories: z.array(z.string()),
      primaryCategory: z.string(),
      publishedAt: z.string(),
      announcedOn: z.string(),
      summary: z.string(),
      doi: z.string().optional(),
      comment: z.string().optional(),
      codeUrl: z.url().optional(),
      projectUrl: z.url().optional(),
      outside: z.object({ day: z.string(), upvotes: z.number().int(), comments: z.number().int() }).optional(),
    }),
  ),
});
type SamplePaper = z.infer<typeof edition>['papers'][number];

/** The bundled sample edition: real papers with summaries of ours in place of their abstracts. */
export const readSampleEdition = (json: unknown): SourceEvent[] =>
  edition.parse(json).papers.map((paper, index) => readPaper(paper, `sample#${index + 1}`));

function readPaper(paper: SamplePaper, place: string): SourceEvent {
  const reference = parsePaperReference(paper.id);
  const day = parseUtcDay(paper.announcedOn);
  if (!reference.ok || !day.ok) return rejected(place, 'its id or day is malformed', paper.id);
  const announced: ListingFacts = { day: day.value, announced: 'new', categories: paper.categories, source: 'sample' };
  const picked = paper.outside && parseUtcDay(paper.outside.day);
  const pick: ListingFacts[] = picked?.ok ? [{ day: picked.value, picked: {}, categories: [], source: 'sample' }] : [];
  return {
    kind: 'paper',
    record: {
      place,
      facts: {
        ...present({
          published: publishedFrom(paper.publishedAt),
          doi: paper.doi,
          comment: paper.comment,
          codeUrl: paper.codeUrl,
          projectUrl: paper.projectUrl,
          outside: paper.outside && { upvotes: paper.outside.upvotes, comments: paper.outside.comments },
        }),
        id: reference.value.id,
        kind: 'sample',
        title: paper.title,
        abstract: paper.summary,
        authors: paper.authors,
        primaryCategory: paper.primaryCategory,
        categories: paper.categories,
      },
      listings: [announced, ...pick],
    },
  };
}

import { z } from 'zod';
import { type PaperVersion, parsePaperReference } from '@/src/papers';
import type { PaperFacts } from '../paper-facts';
import type { SourceEvent } from '../source';
import { splitAuthors } from './author-list';
import { mailInstant, writtenDay } from './dates';
import { present, rejected } from './format-reader';
import { scheduledListing } from './listing';
import { oneLine, optionalLine, paragraphs } from './text';
import { withdrawnBy } from './withdrawal';

const line = z.object({
  id: z.string(),
  authors: z.string().nullish(),
  title: z.string(),
  comments: z.string().nullish(),
  'journal-ref': z.string().nullish(),
  doi: z.string().nullish(),
  categories: z.string(),
  license: z.string().nullish(),
  abstract: z.string(),
  versions: z.array(z.object({ version: z.string(), created: z.string() })),
  update_date: z.string().nullish(),
  authors_parsed: z.array(z.array(z.string())).nullish(),
});

/** Whether an object looks like a line of the public metadata snapshot. */
export const looksLikeSnapshotLine = (value: object): boolean => 'versions' in value && 'abstract' in value;

/** One line of the metadata snapshot that arXiv publishes for bulk use. */
export function readSnapshotLine(value: unknown, place: string): SourceEvent {
  const parsed = line.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return rejected(place, `not a line of the metadata snapshot: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const reference = parsePaperReference(parsed.data.id);
  if (!reference.ok) return rejected(place, reference.refusal.message, parsed.data.id);
  const facts = lineFacts(parsed.data, reference.value.id);
  const listing = scheduledListing(facts);
  return { kind: 'paper', record: { place, facts, listings: listing ? [listing] : [] } };
}

function lineFacts(data: z.infer<typeof line>, id: PaperFacts['id']): PaperFacts {
  const versions = data.versions.flatMap(readVersion);
  const [first, last] = [versions[0], versions.at(-1)];
  const categories = data.categories.split(/\s+/).filter(Boolean);
  const title = oneLine(data.title);
  const abstract = paragraphs(data.abstract);
  const comment = optionalLine(data.comments);
  return {
    ...present({
      primaryCategory: categories[0],
      published: first && ({ at: new Date(first.createdAt), precision: 'instant' } as const),
      revisedAt: last && new Date(last.createdAt),
      latestVersion: last?.version,
      asOf: writtenDay(data.update_date ?? undefined),
      doi: optionalLine(data.doi),
      journalRef: optionalLine(data['journal-ref']),
      comment,
      license: optionalLine(data.license),
    }),
    id,
    kind: 'snapshot',
    title,
    abstract,
    authors: data.authors_parsed?.map(fullName).filter(Boolean) ?? splitAuthors(data.authors ?? ''),
    categories,
    versions,
    withdrawn: withdrawnBy({ abstract, comment }),
  };
}

function readVersion({ version, created }: { version: string; created: string }): PaperVersion[] {
  const number = Number(/^v?(\d+)$/.exec(version)?.[1] ?? Number.NaN);
  const at = mailInstant(created);
  return Number.isInteger(number) && number > 0 && at ? [{ version: number, createdAt: at.toISOString() }] : [];
}

// authors_parsed: surname, forenames, suffix.
const fullName = ([surname = '', forenames = '', suffix = '']: string[]): string =>
  oneLine(`${forenames} ${surname} ${suffix}`);

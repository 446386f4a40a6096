import type { PaperVersion } from '@/src/papers';
import type { UtcDay } from '@/src/shared';
import type { PaperFacts } from '../paper-facts';
import type { SourceEvent } from '../source';
import { arxivId } from './arxiv-id';
import { isoInstant } from './dates';
import { present, rejected } from './format-reader';
import { scheduledListing } from './listing';
import { oneLine, optionalLine, paragraphs } from './text';
import { withdrawnBy } from './withdrawal';
import { child, childrenOf, childText, type XmlElement } from './xml-reader';

/** The API's way to say that a request was wrong: one entry titled "Error" (HTTP 400 since 2024, 200 before). */
export function apiErrorOf(entry: XmlElement): string | undefined {
  const isError = /\/api\/errors/.test(childText(entry, 'id') ?? '');
  return isError ? oneLine(childText(entry, 'summary') ?? 'an error without a message') : undefined;
}

/** One `<entry>` of the arXiv API, in today's layout and in that of 2007. */
export function readApiEntry(entry: XmlElement, place: string, asOf: UtcDay | undefined): SourceEvent {
  const error = apiErrorOf(entry);
  if (error !== undefined) return rejected(place, `the arXiv API answered with an error: ${error}`);
  const address = childText(entry, 'id');
  const reference = arxivId(address);
  if (!reference.ok) return rejected(place, `the entry's id is not an arXiv id: ${reference.refusal.message}`, address);
  const facts = entryFacts(entry, reference.value, asOf);
  const listing = scheduledListing(facts);
  return { kind: 'paper', record: { place, facts, listings: listing ? [listing] : [] } };
}

function entryFacts(
  entry: XmlElement,
  { id, version }: { id: PaperFacts['id']; version?: number },
  asOf: UtcDay | undefined,
): PaperFacts {
  const title = oneLine(childText(entry, 'title') ?? '');
  const abstract = paragraphs(childText(entry, 'summary') ?? '');
  const comment = optionalLine(childText(entry, 'comment'));
  const published = isoInstant(childText(entry, 'published'));
  const updated = isoInstant(childText(entry, 'updated'));
  const primary = child(entry, 'primary_category')?.attributes['term'];
  const terms = childrenOf(entry, 'category').flatMap((category) => category.attributes['term'] ?? []);
  const categories = [...new Set([...(primary === undefined ? [] : [primary]), ...terms.filter(isCategory)])];
  return {
    ...present({
      primaryCategory: primary ?? categories[0],
      published: published && ({ at: published, precision: 'instant' } as const),
      revisedAt: updated,
      latestVersion: version,
      asOf,
      doi: optionalLine(childText(entry, 'doi')),
      journalRef: optionalLine(childText(entry, 'journal_ref')),
      comment,
    }),
    id,
    kind: 'arxiv-api',
    title,
    abstract,
    authors: childrenOf(entry, 'author').flatMap((author) => optionalLine(childText(author, 'name')) ?? []),
    categories,
    versions: knownVersions(version, published, updated),
    withdrawn: withdrawnBy({ abstract, comment }),
  };
}

// Other terms are subject classes of ACM and MSC.
const isCategory = (term: string): boolean => /^[a-z][a-z-]*(\.[A-Za-z-]+)?$/.test(term);

function knownVersions(latest: number | undefined, published?: Date, updated?: Date): PaperVersion[] {
  const versions: PaperVersion[] = [];
  if (published) versions.push({ version: 1, createdAt: published.toISOString() });
  if (updated && latest !== undefined && latest > 1)
    versions.push({ version: latest, createdAt: updated.toISOString() });
  return versions;
}

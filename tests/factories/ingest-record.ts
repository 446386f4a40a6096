import type { IngestRecord, ListingFacts, PaperFacts } from '@/src/ingest';
import type { PaperId } from '@/src/papers';
import type { UtcDay } from '@/src/shared';
import { inventedAbstract, inventedAuthors, inventedTitle } from './prose';

/** What a record of one source says of a paper, complete unless the test says otherwise. */
export function someFacts(n: number, over: Partial<PaperFacts> = {}): PaperFacts {
  return {
    id: `2601.${String(n).padStart(5, '0')}` as PaperId,
    kind: 'oai-arxiv-raw',
    title: inventedTitle(n),
    abstract: inventedAbstract(n),
    authors: inventedAuthors(n),
    primaryCategory: 'cs.CL',
    categories: ['cs.CL', 'cs.LG'],
    published: { at: new Date('2026-01-05T12:00:00Z'), precision: 'instant' },
    versions: [{ version: 1, createdAt: '2026-01-05T12:00:00.000Z' }],
    latestVersion: 1,
    withdrawn: false,
    ...over,
  };
}

export const someListing = (over: Partial<ListingFacts> = {}): ListingFacts => ({
  day: '2026-01-06' as UtcDay,
  announced: 'new',
  categories: ['cs.CL'],
  source: 'feed',
  ...over,
});

export const someRecord = (n: number, over: Partial<PaperFacts> = {}, listings = [someListing()]): IngestRecord => ({
  place: `test:${n}`,
  facts: someFacts(n, over),
  listings,
});

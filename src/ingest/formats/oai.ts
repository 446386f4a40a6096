import { parseUtcDay, type UtcDay } from '@/src/shared';
import type { ListingFacts, PaperFacts } from '../paper-facts';
import type { SourceEvent } from '../source';
import { arxivId } from './arxiv-id';
import { rejected } from './format-reader';
import { scheduledListing } from './listing';
import { arxivOaiFacts } from './oai-arxiv';
import { arxivRawFacts } from './oai-arxiv-raw';
import { dublinCoreFacts } from './oai-dc';
import { child, childrenOf, childText, type XmlElement } from './xml-reader';

/** What an OAI-PMH record's header says, whatever the metadata format. */
export type OaiHeader = { id: PaperFacts['id']; datestamp: UtcDay | undefined; sets: string[]; line: number };

type MetadataParser = (metadata: XmlElement, header: OaiHeader) => PaperFacts;

const PARSERS: Record<string, MetadataParser> = {
  arXivRaw: arxivRawFacts,
  arXiv: arxivOaiFacts,
  dc: dublinCoreFacts,
};

/** One `<record>` of ListRecords or GetRecord: a paper, a deleted record, or why it cannot be taken. */
export function readOaiRecord(record: XmlElement, place: string): SourceEvent {
  const header = child(record, 'header');
  const identifier = childText(header, 'identifier');
  const reference = arxivId(identifier);
  if (!reference.ok)
    return rejected(place, `the identifier is not an arXiv id: ${reference.refusal.message}`, identifier);
  const { id } = reference.value;
  if (header?.attributes['status'] === 'deleted') return { kind: 'removed', place, id };

  const metadata = child(record, 'metadata')?.children[0];
  if (!metadata) return rejected(place, 'the record has no metadata', id);
  const parse = PARSERS[metadata.name];
  if (!parse) return rejected(place, `the metadata format <${metadata.name}> is not known`, id);
  const datestamp = parseUtcDay(childText(header, 'datestamp')?.slice(0, 10) ?? '');
  const sets = childrenOf(header, 'setSpec').map((set) => set.text.trim());
  const facts = parse(metadata, {
    id,
    datestamp: datestamp.ok ? datestamp.value : undefined,
    sets,
    line: record.line,
  });
  const listing: ListingFacts | undefined = scheduledListing(facts);
  return { kind: 'paper', record: { place, facts, listings: listing ? [listing] : [] } };
}

/** An `<error>` of OAI-PMH, which comes with HTTP status 200. */
export type OaiError = { code: string; message: string };

export const readOaiError = (leaf: XmlElement): OaiError => ({
  code: leaf.attributes['code'] ?? 'unknown',
  message: leaf.text.trim(),
});

/** Where a list goes on. The new server tells when a token expires, the old one how long the list is. */
export type ResumptionToken = { token: string; expires?: Date; completeListSize?: number };

export function readResumptionToken(leaf: XmlElement): ResumptionToken | undefined {
  const token = leaf.text.trim();
  if (token === '') return undefined;
  const expires = new Date(leaf.attributes['expires'] ?? expirationDate(leaf) ?? Number.NaN);
  const size = Number(leaf.attributes['completeListSize'] ?? Number.NaN);
  return {
    token,
    ...(Number.isNaN(expires.getTime()) ? {} : { expires }),
    ...(Number.isInteger(size) ? { completeListSize: size } : {}),
  };
}

// The protocol's own name for it (https://www.openarchives.org/OAI/openarchivesprotocol.html#FlowControl).
const expirationDate = (leaf: XmlElement): string | undefined => leaf.attributes['expirationDate'];

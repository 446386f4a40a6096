export type { Announcement } from './announcement';
export { checkRecord } from './check-facts';
export { looksLikeHubList, readHubList } from './formats/hub-daily';
export { readJsonDocument, readJsonLine } from './formats/json-format';
export { readSampleEdition } from './formats/sample-edition';
export { sniffFormat } from './formats/sniff';
export { createXmlFormat, type XmlHead } from './formats/xml-format';
export { type IngestReport, ingestSource } from './ingest-source';
export type { BatchOutcome, IngestStore, MissingPaper, RunCounts, RunEnd } from './ingest-store';
export { firstListed, type Listing, mergeListings } from './merge-listings';
export { type MergedPaper, mergePaper } from './merge-paper';
export { oaiSetOf } from './oai-sets';
export type { ListingFacts, ListingSource, OutsideFacts, PaperFacts } from './paper-facts';
export {
  CHASED_DAYS,
  type IngestState,
  type IngestTask,
  planIngest,
  type TaskTimes,
} from './plan-ingest';
export { type CategoryStatus, type DayStatus, readStatus } from './read-status';
export type { IngestRecord, Reject, Source, SourceEvent } from './source';
export type { AnnouncedDay, RunRow, StatusStore } from './status-store';

import type { PaperId } from '@/src/papers';
import type { Announcement } from './announcement';
import type { ListingFacts, PaperFacts } from './paper-facts';

/** A record that was not taken: where it stood and why, in words for a person. */
export type Reject = { place: string; reason: string; excerpt?: string };

/** One paper with its places on days' lists. `place` is `file:line`, or an address with the record's number. */
export type IngestRecord = { place: string; facts: PaperFacts; listings: ListingFacts[] };

/** What a source tells, in the order in which it tells it. */
export type SourceEvent =
  | { kind: 'paper'; record: IngestRecord }
  | { kind: 'removed'; place: string; id: PaperId }
  | { kind: 'announcement'; announcement: Announcement }
  | { kind: 'reject'; reject: Reject }
  /** Everything before this is complete; the cursor may be kept once it is stored. */
  | { kind: 'checkpoint'; source: string; scope: string; state: unknown }
  /** The source asks to be heard no more in this run; a sentence for the ledger. */
  | { kind: 'warning'; message: string }
  /** How far along the source is, for a progress bar; `total` is left out where nobody knows. */
  | { kind: 'progress'; done: number; total?: number; unit: 'bytes' | 'requests' };

/** Where papers come from. Adapters read the outside world; what they yield is checked and stored by `ingestSource`. */
export interface Source {
  /** The name in the run ledger, such as `arxiv-oai`. */
  readonly name: string;
  events(signal: AbortSignal): AsyncIterable<SourceEvent>;
}

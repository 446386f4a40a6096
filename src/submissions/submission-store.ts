import type { IngestRecord } from '@/src/ingest';
import type { PaperId } from '@/src/papers';
import type { UtcDay } from '@/src/shared';
import type { NewSubmission, OpenSubmission, OwnSubmission, SubmissionDraft } from './submission';

/** What is known here of a paper before it is submitted. */
export type KnownPaper = {
  id: PaperId;
  title: string;
  abstract: string;
  publishedAt: Date;
  /** Whether a source that knows papers has told of it, and not only a sample or a Hub. */
  complete: boolean;
  /** The last day on whose list readers find it. */
  shownOn: UtcDay | null;
  hidden: boolean;
  withdrawn: boolean;
  codeUrl: string | null;
  projectUrl: string | null;
};

export type Enqueued =
  | { kind: 'queued'; submission: OpenSubmission }
  /** Somebody, perhaps the same person, has a submission of this paper that waits or is listed. */
  | { kind: 'taken' | 'daily-cap' | 'suspended' };

type DraftKey = { userId: string; paperId: PaperId };

/** What submissions need of the database. Every method is one transaction. */
export interface SubmissionStore {
  known(id: PaperId): Promise<KnownPaper | null>;
  /** Stores what a source told of a paper, on no day's list. False where the database does not take it. */
  keep(record: IngestRecord): Promise<boolean>;
  /** Refuses when the person has made `dailyCap` within the last day, however many are sent at once. */
  enqueue(submission: NewSubmission, limits: { dailyCap: number }): Promise<Enqueued>;
  /**
   * Puts the paper on the day's list as submitted, and takes the submitter's own vote out of the count. False when the
   * submission does not wait any more.
   */
  list(listing: { id: string; day: UtcDay; now: Date }): Promise<boolean>;
  postpone(id: string, wait: { problem: string; nextTryAt: Date }): Promise<void>;
  refuse(id: string, refusal: { problem: string; now: Date }): Promise<void>;
  /** Forgets a submission that was refused at once, so that it does not count against the cap. */
  drop(id: string): Promise<void>;
  /** Those whose next try is due, the longest waiting first; none of suspended people. */
  due(now: Date, limit: number): Promise<OpenSubmission[]>;
  /** A person's latest submission of a paper. */
  own(key: DraftKey): Promise<OwnSubmission | null>;
  /** A person's submissions that readers do not see: those that wait, and those refused of late. */
  unlisted(userId: string, limit: number): Promise<OwnSubmission[]>;
  draft(key: DraftKey): Promise<SubmissionDraft | null>;
  keepDraft(key: DraftKey, draft: SubmissionDraft): Promise<void>;
  dropDraft(key: DraftKey): Promise<void>;
  limit(limit: { key: string; max: number; perSeconds: number }): Promise<{ allowed: boolean }>;
}

/** What a source says of a paper that it was asked for. */
export type SourceAnswer =
  | { kind: 'found'; record: IngestRecord }
  | { kind: 'unknown' }
  /** The source is down, busy, or asked to be left alone. */
  | { kind: 'unreachable'; why: string };

/** Asks the source for papers, all at once; every id has its answer. */
export type PaperSource = (ids: readonly PaperId[]) => Promise<ReadonlyMap<PaperId, SourceAnswer>>;

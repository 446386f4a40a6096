import type { PaperId } from '@/src/papers';
import type { UtcDay } from '@/src/shared';
import type { Announcement } from './announcement';
import type { IngestRecord, Reject } from './source';

export type RunCounts = { seen: number; created: number; updated: number; unchanged: number; rejected: number };

export type RunEnd = { status: 'succeeded' | 'failed' | 'interrupted'; error?: string; warnings: string[] };

export type BatchOutcome = {
  created: number;
  updated: number;
  unchanged: number;
  /** Records that the database would not take, though they had passed every check. */
  rejects: Reject[];
};

/** A paper that was announced on a day, in these categories, and is not on that day's list. */
export type MissingPaper = { id: string; day: UtcDay; categories: string[] };

/** What an ingest needs of the database. Every method is one transaction, or none. */
export interface IngestStore {
  startRun(run: { source: string; arguments: Record<string, unknown> }): Promise<number>;
  /** Also tells the world that the run is alive. */
  reportProgress(run: number, counts: RunCounts): Promise<void>;
  finishRun(run: number, counts: RunCounts, end: RunEnd): Promise<void>;
  addRejects(run: number, rejects: readonly Reject[]): Promise<void>;
  /** Merges, renders and writes papers with their listings. A record met before changes nothing. */
  storeBatch(records: readonly IngestRecord[]): Promise<BatchOutcome>;
  /** Counts what `storeBatch` would do. */
  rehearseBatch(records: readonly IngestRecord[]): Promise<BatchOutcome>;
  markRemoved(id: PaperId): Promise<boolean>;
  saveAnnouncement(announcement: Announcement): Promise<void>;
  readCursor(source: string, scope: string): Promise<unknown>;
  saveCursor(source: string, scope: string, state: unknown): Promise<void>;
  /** Takes the sample edition away once the days of real papers are there. Returns how many papers went. */
  removeSampleOnceReal(): Promise<number>;
  countPapers(): Promise<{ real: number; sample: number }>;
  /** Papers that were announced since that day and are still not on its list, most recent first. */
  missingAnnounced(since: UtcDay, limit: number): Promise<MissingPaper[]>;
  /** Ids of papers of which only a source without categories has told, most recent first. */
  papersWithoutCategories(limit: number): Promise<string[]>;
  /** Renders again up to `limit` papers whose rendering is of an older version. Returns how many it did. */
  renderStale(limit: number): Promise<number>;
}

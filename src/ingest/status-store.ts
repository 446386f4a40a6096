import type { UtcDay } from '@/src/shared';

/** One category's announcement of a day held against the day's list as stored. */
export type AnnouncedDay = {
  day: UtcDay;
  category: string;
  announced: number;
  idsHash: string;
  missing: string[];
};

export type RunRow = {
  id: number;
  source: string;
  arguments: Record<string, unknown>;
  status: 'running' | 'succeeded' | 'failed' | 'interrupted';
  startedAt: Date;
  heartbeatAt: Date;
  finishedAt: Date | null;
  seen: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  error: string | null;
  warnings: string[];
};

/** What the status page needs to read. */
export interface StatusStore {
  /** Announcements of the days from `from` on, and how many papers of each carried category the lists hold. */
  announcedDays(from: UtcDay): Promise<AnnouncedDay[]>;
  storedCounts(range: { from: UtcDay; to: UtcDay }): Promise<{ day: UtcDay; category: string; stored: number }[]>;
  latestRuns(limit: number): Promise<RunRow[]>;
  lastSuccess(): Promise<Date | null>;
  /** When the ledger begins: days before it are nobody's fault. */
  firstRun(): Promise<Date | null>;
  samplePapers(): Promise<number>;
}

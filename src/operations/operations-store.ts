/** A run of a scheduled job, as its ledger has it. */
export type JobRun = {
  id: number;
  job: string;
  status: 'running' | 'succeeded' | 'failed';
  startedAt: Date;
  finishedAt: Date | null;
  /** What it did, or why it failed, in a sentence. */
  note: string | null;
};

export type IngestRunRow = {
  id: number;
  source: string;
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

export type RejectRow = { id: number; place: string; reason: string; excerpt: string | null };

/** What those who watch over an instance need of the database. */
export interface OperationsStore {
  /** The latest first. */
  jobRuns(job: string, limit: number): Promise<JobRun[]>;
  ingestRuns(slice: { limit: number; offset: number }): Promise<{ runs: IngestRunRow[]; total: number }>;
  rejects(runId: number, limit: number): Promise<RejectRow[]>;
}

/** A job that can be started by hand. */
export type Job = { name: string; about: string };

export interface JobRunner {
  jobs: readonly Job[];
  /** Starts a job without waiting for its end; one that runs already is joined. */
  start(name: string): void;
}

export type { IngestRunRow, Job, JobRun, JobRunner, OperationsStore, RejectRow } from './operations-store';
export { type IngestRuns, readIngestRuns, readJobs } from './read-operations';
export { startJob } from './start-job';

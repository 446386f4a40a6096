export type { IngestRunRow, Job, JobRun, JobRunner, OperationsStore, RejectRow } from './operations-store';
export { readIngestRuns, readJobs } from './read-operations';
export { startJob } from './start-job';

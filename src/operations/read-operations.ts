import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { Result } from '@/src/shared';
import { ok } from '@/src/shared';
import type { IngestRunRow, Job, JobRun, JobRunner, OperationsStore, RejectRow } from './operations-store';

const RUNS_A_JOB = 10;
const RUNS_A_PAGE = 30;
const MOST_REJECTS = 100;

type Asked<Input> = { viewer: Viewer | null; input: Input; now: Date };
type Ports = { store: OperationsStore; runner: JobRunner };

/** Every scheduled job with its last runs. */
export async function readJobs(
  { store, runner }: Ports,
  { viewer, now }: Omit<Asked<never>, 'input'>,
): Promise<Result<(Job & { runs: JobRun[] })[], NotPermitted>> {
  const may = permit(viewer, 'moderate', now);
  if (!may.ok) return may;
  const jobs = runner.jobs.map(async (job) => ({ ...job, runs: await store.jobRuns(job.name, RUNS_A_JOB) }));
  return ok(await Promise.all(jobs));
}

export type IngestRuns = {
  runs: IngestRunRow[];
  page: number;
  pages: number;
  /** The refused records of the run that was asked for. */
  rejects: RejectRow[];
};

/** The ledger of ingest, the latest first, and what one run refused. */
export async function readIngestRuns(
  store: OperationsStore,
  { viewer, input, now }: Asked<{ page: number; runId: number | null }>,
): Promise<Result<IngestRuns, NotPermitted>> {
  const may = permit(viewer, 'moderate', now);
  if (!may.ok) return may;
  const { page, runId } = input;
  const { runs, total } = await store.ingestRuns({ limit: RUNS_A_PAGE, offset: (page - 1) * RUNS_A_PAGE });
  const rejects = runId === null ? [] : await store.rejects(runId, MOST_REJECTS);
  return ok({ runs, page, pages: Math.max(1, Math.ceil(total / RUNS_A_PAGE)), rejects });
}

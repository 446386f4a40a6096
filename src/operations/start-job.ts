import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import type { JobRunner } from './operations-store';

type Asked = { viewer: Viewer | null; input: { job: string }; now: Date };

/** Starts a scheduled job out of turn. Only administrators may, by hand. */
export function startJob(
  runner: JobRunner,
  { viewer, input, now }: Asked,
): Result<null, NotPermitted | Refusal<'no-such-job'>> {
  const may = permit(viewer, 'administer', now);
  if (!may.ok) return may;
  if (!runner.jobs.some(({ name }) => name === input.job)) return refuse('no-such-job', 'There is no such job.');
  runner.start(input.job);
  return ok(null);
}

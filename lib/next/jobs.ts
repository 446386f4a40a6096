import { env } from '@/lib/env';
import { jobRunner, runJob } from '@/lib/jobs/job-runner';
import { isBearer } from './bearer';

export { jobRunner };

const NO_STORE = { 'cache-control': 'no-store' };

/** The answer to a scheduler's call that asks for a job: after it has run, for whoever knows the secret. */
export async function jobCall(request: Request, name: string): Promise<Response> {
  const { CRON_SECRET } = env();
  if (CRON_SECRET === undefined || !isBearer(request.headers.get('authorization'), CRON_SECRET)) {
    return Response.json({ error: 'Send the header "Authorization: Bearer <CRON_SECRET>".' }, { status: 401 });
  }
  try {
    await runJob(name);
    return Response.json({ status: 'done' }, { headers: NO_STORE });
  } catch {
    return Response.json({ error: 'The job failed; its ledger says why.' }, { status: 500, headers: NO_STORE });
  }
}

const DEFAULT_WAIT_S = 25;
const LONGEST_WAIT_S = 900;

type Outcome = { status: 'running' | 'failed' | 'busy' | 'done' };

/**
 * The answer to a call for a long job, for whoever knows the secret: when it is done, or after 25 s (`?wait=` up to 900) with
 * 202 while the work goes on. A call during a run joins it.
 */
export async function waitedJob(request: Request, run: (waitMs: number) => Promise<Outcome>): Promise<Response> {
  const { CRON_SECRET } = env();
  if (CRON_SECRET === undefined) {
    return answer(503, { error: 'CRON_SECRET is not set, so nobody may start jobs here.' });
  }
  if (!isBearer(request.headers.get('authorization'), CRON_SECRET)) {
    return answer(
      401,
      { error: 'Send the header "Authorization: Bearer <CRON_SECRET>".' },
      { 'www-authenticate': 'Bearer' },
    );
  }
  const asked = Number(new URL(request.url).searchParams.get('wait') ?? DEFAULT_WAIT_S);
  const wait = Number.isFinite(asked) ? Math.min(LONGEST_WAIT_S, Math.max(0, asked)) : DEFAULT_WAIT_S;
  const outcome = await run(wait * 1_000);
  return answer({ running: 202, failed: 500, busy: 200, done: 200 }[outcome.status], outcome);
}

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { ...NO_STORE, ...headers } });

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

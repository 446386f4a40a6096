import { pathWith, seeOther } from '@/lib/next/form';
import { jobRunner } from '@/lib/next/jobs';
import { signedForm } from '@/lib/next/signed-form';
import { startJob } from '@/src/operations';

/** Starts a job out of turn. */
export async function POST(request: Request): Promise<Response> {
  const sent = await signedForm(request, () => '/admin/jobs');
  if (sent instanceof Response) return sent;
  const { form, viewer } = sent;
  const job = form.get('job') ?? '';
  const started = startJob(jobRunner, { viewer, input: { job }, now: new Date() });
  return seeOther(pathWith('/admin/jobs', started.ok ? { started: job } : { problem: started.refusal.code }));
}

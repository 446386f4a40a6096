import { pathWith, seeOther } from '@/lib/next/form';
import { signedForm } from '@/lib/next/signed-form';
import { services } from '@/lib/services';
import { undoEntry } from '@/src/moderation';

/** Takes back what a line of the public log says. */
export async function POST(request: Request): Promise<Response> {
  const sent = await signedForm(request, () => '/admin/log');
  if (sent instanceof Response) return sent;
  const { form, viewer } = sent;
  const entry = form.get('entry') ?? '';
  const input = { entry: /^\d{1,9}$/.test(entry) ? Number(entry) : 0, reason: form.get('reason') ?? '' };
  const done = await undoEntry(services().moderation, { viewer, input, now: new Date() });
  return seeOther(pathWith('/admin/log', done.ok ? { done: '1' } : { problem: done.refusal.code }));
}

import { pathWith, seeOther } from '@/lib/next/form';
import { jobRunner } from '@/lib/next/jobs';
import { signedForm } from '@/lib/next/signed-form';
import { services } from '@/lib/services';
import { retryFailed } from '@/src/digest';

/** Sends what failed of an edition again: all of it, or one delivery. */
export async function POST(request: Request): Promise<Response> {
  const sent = await signedForm(request, () => '/admin/digest');
  if (sent instanceof Response) return sent;
  const { form, viewer } = sent;
  const [edition = '', delivery = ''] = [form.get('edition') ?? '', form.get('delivery') ?? ''];
  if (!/^\d{1,9}$/.test(edition) || !/^\d{0,18}$/.test(delivery)) {
    return seeOther(pathWith('/admin/digest', { problem: 'bad-act' }));
  }
  const input = { editionId: Number(edition), deliveryId: delivery === '' ? undefined : delivery };
  const retried = await retryFailed(services().editions, { viewer, input, now: new Date() });
  if (!retried.ok) return seeOther(pathWith('/admin/digest', { problem: retried.refusal.code }));
  if (retried.value > 0) jobRunner.start('digest');
  return seeOther(pathWith('/admin/digest', { edition, retried: String(retried.value) }));
}

import { pathWith, seeOther } from '@/lib/next/form';
import { signedForm } from '@/lib/next/signed-form';
import { services } from '@/lib/services';
import { claimPaper, takeBackClaim } from '@/src/claims';
import { parsePaperId } from '@/src/papers';

/** Says that one is an author of a paper, or takes it back. */
export async function POST(request: Request): Promise<Response> {
  const sent = await signedForm(request, (form) => claimPath(form));
  if (sent instanceof Response) return sent;
  const { form, viewer } = sent;
  const paper = form.get('paper') ?? '';
  const now = new Date();
  const done =
    form.get('intent') === 'take-back'
      ? await takeBackClaim(services().claims, { viewer, input: { paper }, now })
      : await claimPaper(services().claims, { viewer, input: { paper, note: form.get('note') ?? '' }, now });
  return seeOther(claimPath(form, done.ok ? undefined : done.refusal.code));
}

function claimPath(form: URLSearchParams, problem?: string): string {
  const id = parsePaperId(form.get('paper') ?? '');
  return id.ok ? pathWith('/claim', { paper: id.value, problem }) : '/papers';
}

import { pathWith, seeOther } from '@/lib/next/form';
import { signedForm } from '@/lib/next/signed-form';
import { services } from '@/lib/services';
import { paperPath } from '@/src/shared';
import { lookUpPaper } from '@/src/submissions';

/** Finds what somebody pasted, and shows it before it is submitted. */
export async function POST(request: Request): Promise<Response> {
  const sent = await signedForm(request, (form) => submitPath(form));
  if (sent instanceof Response) return sent;
  const { form, viewer } = sent;
  const input = { paper: form.get('paper') ?? '' };
  const found = await lookUpPaper(services().submitting, { viewer, input, now: new Date() });
  if (!found.ok) return seeOther(submitPath(form, found.refusal.code));
  const { paperId, state } = found.value;
  if (state === 'listed') return seeOther(paperPath(paperId));
  return seeOther(pathWith('/papers/submit', { paper: paperId, ...(state === 'source-down' && { source: 'down' }) }));
}

const submitPath = (form: URLSearchParams, problem?: string): string =>
  pathWith('/papers/submit', { paper: form.get('paper')?.slice(0, 500) || undefined, problem });

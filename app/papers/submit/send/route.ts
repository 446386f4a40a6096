import { pathWith, seeOther } from '@/lib/next/form';
import { signedForm } from '@/lib/next/signed-form';
import { services } from '@/lib/services';
import { parsePaperId } from '@/src/papers';
import { paperPath } from '@/src/shared';
import { keepSubmissionDraft, submitPaper } from '@/src/submissions';

/** Brings a paper to today's list. What was written beside a refused one is found in the form again. */
export async function POST(request: Request): Promise<Response> {
  const sent = await signedForm(request, submitPath);
  if (sent instanceof Response) return sent;
  const { form, viewer } = sent;
  const now = new Date();
  const written = {
    comment: form.get('comment') ?? '',
    codeUrl: form.get('code') ?? '',
    projectUrl: form.get('project') ?? '',
  };
  const input = { paper: form.get('paper') ?? '', ...written };
  const submitted = await submitPaper(services().submitting, { viewer, input, now });
  const { submissions } = services();
  if (!submitted.ok) {
    const id = parsePaperId(input.paper);
    if (id.ok) {
      const at = { viewer, paperId: id.value, now };
      await keepSubmissionDraft(submissions, at, { ...written, notice: submitted.refusal.message });
    }
    return seeOther(submitPath(form));
  }
  const { paperId, state } = submitted.value;
  await submissions.dropDraft({ userId: viewer.id, paperId });
  const own = state !== 'already' || (await submissions.own({ userId: viewer.id, paperId })) !== null;
  return seeOther(own ? pathWith('/papers/submit', { paper: paperId }) : paperPath(paperId));
}

const submitPath = (form: URLSearchParams): string =>
  pathWith('/papers/submit', { paper: form.get('paper')?.slice(0, 500) || undefined });

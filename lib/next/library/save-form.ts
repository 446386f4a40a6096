import { viewerOf } from '@/lib/auth/viewer';
import { notAForm, pathWith, readForm, refererOf, seeOther } from '@/lib/next/form';
import { guardOrigin } from '@/lib/next/guard-origin';
import { plainRefusal } from '@/lib/next/plain-refusal';
import { services } from '@/lib/services';
import { savePaper } from '@/src/library';
import { paperPath, sameSitePath } from '@/src/shared';
import { SAVE_STATUS } from './save-call';

/** The page of a paper that one keeps: note, tags, and the button that lets it go. */
export const savedPath = (paperId: string): string => `/saved/paper/${paperId}`;

/** The save button without a script: `POST /papers/{id}/save`, with `saved=no` to let it go. Leads to the paper's own page among the saved. */
export async function answerSaveForm(request: Request, asked: string): Promise<Response> {
  const foreign = guardOrigin(request);
  if (foreign) return foreign;
  const form = await readForm(request);
  if (!form) return notAForm();
  const saved = form.get('saved') !== 'no';
  const viewer = await viewerOf(request);
  const done = await savePaper(services().library, { viewer, input: { paperId: asked, saved }, now: new Date() });
  const back = sameSitePath(form.get('back') ?? refererOf(request), paperPath(asked));
  if (done.ok) {
    const { paperId } = done.value;
    return seeOther(saved ? pathWith(savedPath(paperId), { done: 'saved', back }) : '/saved?done=removed');
  }
  const { code, message } = done.refusal;
  if (code === 'signed-out') return seeOther(pathWith('/sign-in', { next: pathWith(savedPath(asked), { back }) }));
  return plainRefusal(SAVE_STATUS[code], message);
}

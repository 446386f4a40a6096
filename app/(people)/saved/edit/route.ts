import { pathWith, seeOther } from '@/lib/next/form';
import { savedPath } from '@/lib/next/library/save-form';
import { personAction } from '@/lib/next/people/person-action';
import { services } from '@/lib/services';
import { editSaved } from '@/src/library';
import { sameSitePath } from '@/src/shared';

/** Writes note and tags beside a saved paper. */
export const POST = personAction('/saved', async ({ form, session }) => {
  const input = { paperId: form.get('paper') ?? '', note: form.get('note') ?? '', tags: form.get('tags') ?? '' };
  const done = await editSaved(services().library, { viewer: session.viewer, input, now: new Date() });
  const back = sameSitePath(form.get('back'), '');
  if (!done.ok && done.refusal.code === 'bad-id') return seeOther('/saved?problem=bad-id');
  const said = done.ok ? { done: 'noted' } : { problem: done.refusal.code };
  return seeOther(pathWith(savedPath(input.paperId), { ...said, back }));
});

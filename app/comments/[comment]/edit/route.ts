import { env } from '@/lib/env';
import { landingOf } from '@/lib/next/comment-landing';
import { pathWith, seeOther } from '@/lib/next/form';
import { signedForm } from '@/lib/next/signed-form';
import { services } from '@/lib/services';
import { dropDraft, editComment, keepDraft, readComment } from '@/src/comments';
import { commentPath } from '@/src/shared';

type Context = { params: Promise<{ comment: string }> };

/** Changes one's own comment, or shows the change in a preview. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { comment: id } = await params;
  const sent = await signedForm(request, () => '/papers');
  if (sent instanceof Response) return sent;
  const { form, viewer } = sent;
  const store = services().comments;
  const found = await readComment(store, { viewer, mode: env().COMMENTS, id });
  if (!found.ok) return seeOther('/papers');
  const { paperId } = found.value.comment;
  const page = `${commentPath(paperId, id)}/edit`;
  const now = new Date();
  const at = { viewer, paperId, place: { kind: 'edit', id } as const, now };
  const body = form.get('body') ?? '';
  if (form.get('intent') === 'preview') {
    await keepDraft(store, at, { body, notice: null });
    return seeOther(`${pathWith(page, { preview: '1' })}#preview`);
  }
  const edited = await editComment(store, { viewer, mode: env().COMMENTS, input: { id, body }, now });
  if (!edited.ok) {
    await keepDraft(store, at, { body, notice: edited.refusal.message });
    return seeOther(page);
  }
  await dropDraft(store, at);
  return seeOther(await landingOf(edited.value));
}

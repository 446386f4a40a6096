import { env } from '@/lib/env';
import { landingOf } from '@/lib/next/comment-landing';
import { pathWith, seeOther } from '@/lib/next/form';
import { signedForm } from '@/lib/next/signed-form';
import { services } from '@/lib/services';
import { dropDraft, isCommentId, keepDraft, type Place, postComment } from '@/src/comments';
import { parsePaperId } from '@/src/papers';
import { commentPath, discussionPath } from '@/src/shared';

/** Posts a comment or reply, or shows it in a preview; in either case no text is lost. */
export async function POST(request: Request): Promise<Response> {
  const sent = await signedForm(request, writingPage);
  if (sent instanceof Response) return sent;
  const { form, viewer } = sent;
  const store = services().comments;
  const paperId = parsePaperId(form.get('paper') ?? '');
  if (!paperId.ok) return seeOther('/papers');
  const parentId = form.get('parent');
  const body = form.get('body') ?? '';
  const place: Place = parentId === null ? { kind: 'new' } : { kind: 'reply', id: parentId };
  const now = new Date();
  const at = { viewer, paperId: paperId.value, place, now };
  if (form.get('intent') === 'preview') {
    await keepDraft(store, at, { body, notice: null });
    return seeOther(`${pathWith(writingPage(form), { preview: '1' })}#preview`);
  }
  const input = { paperId: paperId.value, parentId, body };
  const posted = await postComment(store, { viewer, mode: env().COMMENTS, input, now });
  if (!posted.ok) {
    await keepDraft(store, at, { body, notice: posted.refusal.message });
    return seeOther(writingPage(form));
  }
  await dropDraft(store, at);
  return seeOther(await landingOf(posted.value));
}

// Where a text is written on, and where signing in leads back to.
function writingPage(form: URLSearchParams): string {
  const paperId = parsePaperId(form.get('paper') ?? '');
  if (!paperId.ok) return '/papers';
  const parent = form.get('parent') ?? '';
  return isCommentId(parent) ? commentPath(paperId.value, parent) : `${discussionPath(paperId.value)}/new`;
}

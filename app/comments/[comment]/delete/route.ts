import { discussionAt, landingOf } from '@/lib/next/comment-landing';
import { pathWith, seeOther } from '@/lib/next/form';
import { signedForm } from '@/lib/next/signed-form';
import { services } from '@/lib/services';
import { deleteComment, isCommentId } from '@/src/comments';
import { commentPath } from '@/src/shared';

type Context = { params: Promise<{ comment: string }> };

/** Deletes one's own comment. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { comment: id } = await params;
  const sent = await signedForm(request, () => '/papers');
  if (sent instanceof Response) return sent;
  const store = services().comments;
  const known = isCommentId(id) ? await store.one(id) : null;
  if (known === null) return seeOther('/papers');
  const gone = await deleteComment(store, { viewer: sent.viewer, input: { id }, now: new Date() });
  if (!gone.ok) return seeOther(pathWith(commentPath(known.paperId, id), { problem: gone.refusal.code }));
  const landing = await landingOf(known);
  // Without answers it has no place any more, and a comment that is not there cannot be scrolled to.
  const stays = (await store.outline(known.paperId)).some((other) => other.parentId === id && !other.gone);
  return seeOther(stays ? landing : `${discussionAt(known.paperId)}#comments`);
}

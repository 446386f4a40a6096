import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { type Comment, isCommentId } from './comment';
import type { CommentStore } from './comment-store';

export type DeleteRefusal = NotPermitted | Refusal<'no-such-comment' | 'not-yours'>;

type Asked = { viewer: Viewer | null; input: { id: string }; now: Date };

/**
 * Deletes one's own comment, at any time and whether or not comments are on. Its text goes at once; its place stays
 * where somebody answered.
 */
export async function deleteComment(
  store: CommentStore,
  { viewer, input, now }: Asked,
): Promise<Result<Comment, DeleteRefusal>> {
  const may = permit(viewer, 'comment', now);
  if (!may.ok) return may;
  const comment = isCommentId(input.id) ? await store.one(input.id) : null;
  if (comment === null || comment.state === 'deleted') {
    return refuse('no-such-comment', 'This comment is not there any more.');
  }
  if (comment.author?.id !== may.value.id) return refuse('not-yours', 'This is somebody else’s comment.');
  const done = await store.remove({ id: comment.id, authorId: may.value.id, now });
  return done ? ok(comment) : refuse('no-such-comment', 'This comment is not there any more.');
}

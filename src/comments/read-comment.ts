import type { Viewer } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { type Closed, mayRead, readableBy } from './access';
import { type Comment, type CommentMode, isCommentId } from './comment';
import type { CommentStore, Subject } from './comment-store';

/** A comment on a page of its own: what it answers and what answers it. */
export type CommentPage = { subject: Subject; comment: Comment; parent: Comment | null; replies: Comment[] };

const MOST_REPLIES = 50;

type Asked = { viewer: Viewer | null; mode: CommentMode; id: string };

/** A comment with what it answers and the first replies to it. */
export async function readComment(
  store: CommentStore,
  { viewer, mode, id }: Asked,
): Promise<Result<CommentPage, Closed | Refusal<'no-such-comment'>>> {
  const open = mayRead(mode, viewer);
  if (!open.ok) return open;
  const comment = isCommentId(id) ? await store.one(id) : null;
  const subject = comment === null ? null : await store.subject(comment.paperId);
  if (comment === null || subject === null) {
    return refuse('no-such-comment', 'There is no such comment; it may have been on a paper that is gone.');
  }
  const outlines = await store.outline(comment.paperId);
  const answers = outlines
    .filter((outline) => outline.parentId === id && !outline.gone)
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    .slice(0, MOST_REPLIES)
    .map((outline) => outline.id);
  const around = await store.byIds([...answers, ...(comment.parentId === null ? [] : [comment.parentId])]);
  const byId = new Map(around.map((each) => [each.id, each]));
  const parent = byId.get(comment.parentId ?? '');
  return ok({
    subject,
    comment: readableBy(viewer, comment),
    parent: parent ? readableBy(null, parent) : null,
    replies: answers.flatMap((each) => byId.get(each) ?? []),
  });
}

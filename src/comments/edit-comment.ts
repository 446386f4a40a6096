import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { type Closed, mayRead } from './access';
import { type Comment, type CommentMode, isCommentId } from './comment';
import type { CommentStore } from './comment-store';
import { COMMENT_RENDER_VERSION } from './markdown/render-comment';
import { type BadText, EDIT_HOURS, keepPace, readText, type TooFast } from './write-rules';

export type EditRefusal =
  | NotPermitted
  | Closed
  | BadText
  | TooFast
  | Refusal<'no-such-comment' | 'not-yours' | 'too-late' | 'locked'>;

type Asked = { viewer: Viewer | null; mode: CommentMode; input: { id: string; body: string }; now: Date };

const HOUR_MS = 3_600_000;
const gone = () => refuse('no-such-comment', 'This comment is not there any more.');

/** Whether the author may still change his comment, as far as time goes. */
export const isEditable = (comment: Pick<Comment, 'createdAt' | 'state'>, now: Date): boolean =>
  comment.state === 'shown' && now.getTime() - comment.createdAt.getTime() < EDIT_HOURS * HOUR_MS;

/** Changes one's own comment within a day of posting it; others see that it was edited. */
export async function editComment(
  store: CommentStore,
  { viewer, mode, input, now }: Asked,
): Promise<Result<Comment, EditRefusal>> {
  const may = permit(viewer, 'comment', now);
  if (!may.ok) return may;
  const open = mayRead(mode, may.value);
  if (!open.ok) return open;
  const comment = isCommentId(input.id) ? await store.one(input.id) : null;
  if (comment === null || comment.state !== 'shown') return gone();
  if (comment.author?.id !== may.value.id) return refuse('not-yours', 'This is somebody else’s comment.');
  if (!isEditable(comment, now)) {
    return refuse('too-late', `A comment can be edited for ${EDIT_HOURS} hours. Add a reply instead.`);
  }
  if ((await store.subject(comment.paperId))?.locked) {
    return refuse('locked', 'A moderator has closed this discussion. What was said stays as it is.');
  }
  const text = await readText(store, { viewer: may.value, body: input.body, now });
  if (!text.ok) return text;
  if (text.value.body === comment.body) return ok(comment);
  const pace = await keepPace(store, may.value, 'write');
  if (!pace.ok) return pace;
  const { body, rendered } = text.value;
  const change = { body, bodyHtml: rendered.html, renderVersion: COMMENT_RENDER_VERSION, now };
  const done = await store.edit({ id: comment.id, authorId: may.value.id, ...change });
  return done ? ok({ ...comment, body, bodyHtml: rendered.html, editedAt: now }) : gone();
}

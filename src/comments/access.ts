import type { Viewer } from '@/src/accounts';
import { atLeast } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import type { Comment, CommentMode } from './comment';

export type Closed = Refusal<'comments-off' | 'members-only'>;

/** Whether somebody may read comments here. */
export function mayRead(mode: CommentMode, viewer: Viewer | null): Result<null, Closed> {
  if (mode === 'off') return refuse('comments-off', 'There is no discussion on this instance.');
  if (mode === 'members' && !viewer) return refuse('members-only', 'Sign in to read the discussion.');
  return ok(null);
}

/** A comment as this viewer may see it: the text of a hidden one is for its author and moderators. */
export function readableBy(viewer: Viewer | null, comment: Comment): Comment {
  if (comment.state === 'shown') return comment;
  const trusted = viewer !== null && (atLeast(viewer.role, 'moderator') || viewer.id === comment.author?.id);
  if (comment.state === 'hidden' && trusted) return comment;
  return { ...comment, author: null, body: '', bodyHtml: '', editedAt: null };
}

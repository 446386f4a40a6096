import type { Role } from '@/src/accounts';
import type { PaperId } from '@/src/papers';

/** Who may read and write: everyone reads and members write; members only; nobody. */
export const COMMENT_MODES = ['on', 'members', 'off'] as const;
export type CommentMode = (typeof COMMENT_MODES)[number];

export type CommentAuthor = { id: string; handle: string; displayName: string; role: Role };

/** Deleted by its author, hidden by a moderator, or neither. */
export type CommentState = 'shown' | 'deleted' | 'hidden';

export type Comment = {
  id: string;
  paperId: PaperId;
  parentId: string | null;
  /** Null when the account is gone. */
  author: CommentAuthor | null;
  /** Markdown as written. Empty once deleted. */
  body: string;
  /** Rendered and sanitised when it was stored. */
  bodyHtml: string;
  createdAt: Date;
  editedAt: Date | null;
  state: CommentState;
};

/** Where a comment stands in its discussion, without its text. */
export type Outline = Pick<Comment, 'id' | 'parentId' | 'createdAt'> & { authorId: string | null; gone: boolean };

const ID = /^[0-9a-f]{24}$/;

export const isCommentId = (text: string): boolean => ID.test(text);

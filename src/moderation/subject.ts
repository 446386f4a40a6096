import type { Role } from '@/src/accounts';
import { isCommentId } from '@/src/comments';
import { parsePaperId } from '@/src/papers';

/** What readers can flag and moderators act on. */
export const ITEM_KINDS = ['paper', 'comment'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];
export type ItemRef = { kind: ItemKind; id: string };

export const ITEM_ACTS = ['hide', 'restore', 'lock', 'unlock', 'dismiss'] as const;
/** Lock and unlock are for papers: they close and open the discussion. Dismiss settles the flags and does nothing else. */
export type ItemAct = (typeof ITEM_ACTS)[number];

export const ACCOUNT_ACTS = ['suspend', 'reinstate'] as const;
export type AccountAct = (typeof ACCOUNT_ACTS)[number];

/** A line of the public log. Other modules may write actions and subjects of their own. */
export type LogEntry = {
  id: number;
  at: Date;
  /** Null for the system, and for a moderator whose account is gone. */
  actor: { handle: string } | null;
  automatic: boolean;
  action: string;
  subjectKind: string;
  subjectId: string;
  /** What the subject is called, where it is still there. */
  subjectName: string | null;
  /** The paper that a comment is on. */
  subjectPaper: string | null;
  reason: string;
  detail: { from?: Role; to?: Role /** The id of whom a claim is about. */; person?: string };
  undoneAt: Date | null;
};

/** Whether an id has the shape that its kind demands. */
export const isItemId = (kind: ItemKind, id: string): boolean =>
  kind === 'comment' ? isCommentId(id) : parsePaperId(id).ok;

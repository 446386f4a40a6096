import type { PaperId } from '@/src/papers';
import type { Comment, Outline } from './comment';

/** The paper under discussion. */
export type Subject = { id: PaperId; titleHtml: string; titleText: string; locked: boolean };

export type NewComment = {
  paperId: PaperId;
  parentId: string | null;
  authorId: string;
  body: string;
  bodyHtml: string;
  renderVersion: number;
  now: Date;
};

export type Inserted =
  | { kind: 'posted'; comment: Comment }
  /** Sent twice within minutes, as by a double click: the first one. */
  | { kind: 'repeated'; comment: Comment }
  | { kind: 'no-such-paper' | 'no-such-comment' | 'locked' | 'daily-cap' | 'suspended' };

export type Edit = { id: string; authorId: string; body: string; bodyHtml: string; renderVersion: number; now: Date };

/** Where a text is being written. */
export type DraftKey = { userId: string; paperId: PaperId; place: string };
export type Draft = { body: string; notice: string | null };

export type Limit = { key: string; max: number; perSeconds: number };
export type LimitOutcome = { allowed: true } | { allowed: false; retryAfter: number };

/** What comments need of the database. */
export interface CommentStore {
  subject(id: PaperId): Promise<Subject | null>;
  /** The papers with these ids, in no order. */
  subjectsOf(ids: readonly PaperId[]): Promise<Subject[]>;
  /** Every comment on a paper, without its text, in no order. */
  outline(id: PaperId): Promise<Outline[]>;
  /** The comments with these ids, in no order. */
  byIds(ids: readonly string[]): Promise<Comment[]>;
  one(id: string): Promise<Comment | null>;
  /** A person's shown comments, the newest first. */
  byAuthor(authorId: string, slice: { limit: number; offset: number }): Promise<Comment[]>;
  /** Those of `handles` that lead to a person. */
  knownHandles(handles: readonly string[]): Promise<string[]>;
  /** Refuses when the author has posted `dailyCap` within the last day. All of it is decided in one transaction. */
  insert(comment: NewComment, limits: { dailyCap: number }): Promise<Inserted>;
  /** False when there is no such shown comment of this author. */
  edit(edit: Edit): Promise<boolean>;
  /** False when there is no such comment of this author, or it is deleted already. */
  remove(own: { id: string; authorId: string; now: Date }): Promise<boolean>;
  draft(key: DraftKey): Promise<Draft | null>;
  keepDraft(key: DraftKey, draft: Draft): Promise<void>;
  dropDraft(key: DraftKey): Promise<void>;
  limit(limit: Limit): Promise<LimitOutcome>;
}

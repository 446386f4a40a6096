import type { Role } from '@/src/accounts';
import type { PaperId } from '@/src/papers';
import type { RingStore } from '@/src/votes';
import type { AccountAct, ItemAct, ItemRef, LogEntry } from './subject';

export type Slice = { limit: number; offset: number };

/** An item as moderators see it. */
export type Item = ItemRef & {
  /** The paper, or the one that the comment is on. */
  paper: { id: string; titleHtml: string; titleText: string };
  hidden: boolean;
  /** Whether the paper's discussion is closed. */
  locked: boolean;
  comment: {
    bodyHtml: string;
    deleted: boolean;
    createdAt: Date;
    author: { id: string; handle: string } | null;
  } | null;
  /** Flags that nobody has dealt with, by reason. */
  flags: { reason: string; count: number }[];
};

export type QueuedItem = Item & { queuedAt: Date };

export type PersonRow = {
  id: string;
  handle: string;
  displayName: string;
  email: string;
  role: Role;
  createdAt: Date;
  suspended: boolean;
  votes: number;
  comments: number;
};

export const CLAIM_DECISIONS = ['approved', 'rejected'] as const;
export type ClaimDecision = (typeof CLAIM_DECISIONS)[number];

/** Somebody says to be an author of a paper, and waits for a moderator. */
export type WaitingClaim = {
  userId: string;
  handle: string;
  displayName: string;
  paperId: string;
  titleHtml: string;
  titleText: string;
  /** The first of them; a moderator looks the name up here. */
  authors: string[];
  authorCount: number;
  note: string;
  createdAt: Date;
};

type By = { actorId: string; reason: string; now: Date };
export type ItemDeed = By & ItemRef & { act: ItemAct };
export type AccountDeed = By & { act: AccountAct; userId: string; actorRole: Role };
export type RoleDeed = By & { userId: string; to: Role; undoes: number | null };

export type ClaimDeed = By & { userId: string; paperId: PaperId; to: ClaimDecision };

export type Flagged = 'flagged' | 'queued' | 'flagged-before' | 'own-item' | 'no-such-item';

/** What moderation needs of the database. Each deed and its line in the log are one transaction. */
export interface ModerationStore {
  /** The second flag that nobody has dealt with puts the item into the queue, once. */
  flag(flag: ItemRef & { userId: string; reason: string; now: Date }): Promise<Flagged>;
  item(ref: ItemRef): Promise<Item | null>;
  queue(slice: Slice): Promise<{ items: QueuedItem[]; total: number }>;
  act(deed: ItemDeed): Promise<'done' | 'unchanged' | 'no-such-item'>;
  /** Suspending ends all sessions and takes the votes out of the count. Refuses people of the actor's rank and above. */
  actOnAccount(deed: AccountDeed): Promise<'done' | 'unchanged' | 'no-such-person' | 'too-high' | 'self'>;
  /** Refuses to leave the instance without an administrator, and an actor who is none any more. */
  changeRole(deed: RoleDeed): Promise<'done' | 'unchanged' | 'no-such-person' | 'last-admin' | 'not-allowed'>;
  claims(slice: Slice): Promise<{ claims: WaitingClaim[]; total: number }>;
  /** Takes a confirmed author's own vote out of the count, or puts it back. */
  decideClaim(deed: ClaimDeed): Promise<'done' | 'unchanged' | 'no-such-claim'>;
  /** Counts the votes of a ring again; the log is written by it. */
  undoRing: RingStore['undo'];
  log(slice: Slice & { subject?: { kind: string; id: string } }): Promise<{ entries: LogEntry[]; total: number }>;
  entry(id: number): Promise<LogEntry | null>;
  people(query: Slice & { text: string; byEmail: boolean }): Promise<{ people: PersonRow[]; total: number }>;
  limit(limit: { key: string; max: number; perSeconds: number }): Promise<{ allowed: boolean }>;
}

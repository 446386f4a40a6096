import type { Handle } from './handle';
import type { Role, Scope } from './viewer';

/** What is public of a person. */
export type Person = {
  id: string;
  handle: string;
  displayName: string;
  role: Role;
  createdAt: Date;
  suspended: boolean;
  upvotesHidden: boolean;
};

/** What a person sees of himself. */
export type Self = Person & { email: string; handleChosen: boolean; providers: string[] };

export type SessionEntry = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  address: string | null;
  userAgent: string | null;
};

export type TokenEntry = {
  id: string;
  name: string;
  prefix: string;
  scopes: Scope[];
  createdAt: Date;
  lastUsedAt: Date | null;
};

export type NewToken = { userId: string; name: string; scopes: readonly Scope[]; hash: string; prefix: string };

/** What accounts need of the database. Everything that names a row of a person takes his id as well. */
export type AccountStore = {
  /** By current handle, or by one that he had before. */
  findPerson(handle: string): Promise<Person | undefined>;
  findSelf(userId: string): Promise<Self | undefined>;
  /** Those of `handles` that nobody has or had, in the same order. */
  freeHandles(handles: readonly Handle[]): Promise<Handle[]>;
  /** `taken` when somebody else has or had it, `too-many` when he took `max` other ones in the last `days`. */
  takeHandle(
    userId: string,
    handle: Handle,
    limit: { max: number; days: number },
  ): Promise<'done' | 'taken' | 'too-many'>;
  updateProfile(userId: string, profile: { displayName: string; upvotesHidden: boolean }): Promise<void>;
  listSessions(userId: string): Promise<SessionEntry[]>;
  /** False when this person has no such session. */
  revokeSession(userId: string, sessionId: string): Promise<boolean>;
  /** Ends all sessions but `exceptId`; the number ended. */
  revokeOtherSessions(userId: string, exceptId: string): Promise<number>;
  listTokens(userId: string): Promise<TokenEntry[]>;
  /** False when he has `max` already. */
  addToken(token: NewToken, max: number): Promise<boolean>;
  revokeToken(userId: string, tokenId: string): Promise<boolean>;
  /** Everything kept of a person, part by part. */
  exportOf(userId: string): Promise<Record<string, unknown>>;
  /** Removes the person and what is his alone, in one transaction. */
  deleteAccount(userId: string): Promise<void>;
};

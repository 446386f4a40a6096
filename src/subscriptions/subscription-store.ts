import type { Preferences } from './preferences';
import type { Subscriber } from './subscriber';

/** A mailed link as it is kept: by the hash of its secret, until an instant. */
export type KeptToken = { hash: string; expiresAt: Date };

export type Asking = {
  address: string;
  key: string;
  preferences: Preferences;
  token: KeptToken;
  /** How many links one address may be mailed within a day. */
  perDay: number;
  now: Date;
};

export type Asked =
  /** `confirm` for an address that does not take the digest yet, `manage` for one that does. */
  | { kind: 'confirm' | 'manage'; email: string; suppressed: boolean }
  /** This address was mailed enough links today. */
  | { kind: 'enough' };

/** A link that can be used; `used` when it was already. */
export type OpenLink = {
  scope: 'confirm' | 'manage';
  used: boolean;
  wanted: Preferences | null;
  subscriber: Subscriber;
};

/** When the next edition is due, and where its window begins at the earliest. */
export type Due = { preferences: Preferences; nextDueAt: Date; coveredFrom: Date; now: Date };

export type Limit = { key: string; max: number; perSeconds: number };
export type LimitOutcome = { allowed: true } | { allowed: false; retryAfter: number };

/** What subscriptions need of the database. Each change is one transaction. */
export interface SubscriptionStore {
  /** Keeps the request and its token. Changes nothing that a subscriber has chosen: whoever asks may be somebody else. */
  ask(asking: Asking): Promise<Asked>;
  /** The link with this hash while it has not expired. */
  link(hash: string, now: Date): Promise<OpenLink | null>;
  /** Uses a link up and makes its subscriber active with these preferences. False when somebody was quicker. */
  confirm(hash: string, due: Due): Promise<boolean>;
  byId(id: string): Promise<Subscriber | null>;
  /** The subscriber of an account's own address. */
  byUser(userId: string): Promise<Subscriber | null>;
  /** Makes an account's own, confirmed address a subscriber; false when it has none. */
  subscribeUser(userId: string, due: Due): Promise<boolean>;
  /** Keeps preferences; the next edition is due at `nextDueAt` where the subscriber is active. */
  change(id: string, change: { preferences: Preferences; nextDueAt: Date; now: Date }): Promise<boolean>;
  /** False unless the subscriber is active. */
  pause(id: string, now: Date): Promise<boolean>;
  /** Makes one who paused or unsubscribed active again; false otherwise. */
  resume(id: string, due: Due): Promise<boolean>;
  /** Whatever the subscriber's state was; false when he is gone. */
  unsubscribe(id: string, now: Date): Promise<boolean>;
  /** Removes all that is kept of a subscriber; false when there was nothing. */
  erase(id: string): Promise<boolean>;
  /** All that is kept of a subscriber. */
  exportOf(id: string): Promise<Record<string, unknown> | null>;
  /** Stops all mail to an address. The first reason stays. */
  suppress(suppression: Suppression): Promise<void>;
  limit(limit: Limit): Promise<LimitOutcome>;
}

export type Suppression = { emailKey: string; reason: 'hard-bounce' | 'complaint' | 'manual'; detail: string };

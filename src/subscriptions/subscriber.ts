import type { Preferences } from './preferences';

/** `pending` until the link that was mailed is used; only `active` ones are ever due. */
export type SubscriberStatus = 'pending' | 'active' | 'paused' | 'unsubscribed';

/** Somebody who takes, or took, the digest. */
export type Subscriber = {
  id: string;
  email: string;
  status: SubscriberStatus;
  preferences: Preferences;
  createdAt: Date;
  confirmedAt: Date | null;
  pausedAt: Date | null;
  unsubscribedAt: Date | null;
  /** Where the next edition's window begins. */
  coveredUntil: Date | null;
  nextDueAt: Date | null;
  /** Mail to this address bounced or was complained of, so that none is sent. */
  suppressed: boolean;
};

const DAY_MS = 86_400_000;

/** Where a first edition begins: it holds the last day's papers, a weekly one those of the last week. */
export const firstWindow = ({ cadence }: Preferences, now: Date): Date =>
  new Date(now.getTime() - (cadence === 'weekly' ? 7 : 1) * DAY_MS);

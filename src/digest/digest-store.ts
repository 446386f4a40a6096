import type { PaperId } from '@/src/papers';
import type { UtcDay } from '@/src/shared';
import type { Candidate, Taste, Window } from './candidate';
import type { EditionKey } from './edition';
import type { Story } from './story';

export const DELIVERY_STATES = ['queued', 'sending', 'sent', 'failed', 'suppressed', 'skipped'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A delivery that this process has on lease, and who it is for. */
export type Claimed = {
  id: string;
  edition: EditionKey & { id: number };
  window: Window;
  queuedAt: Date;
  /** This time included. */
  attempts: number;
  /** Null where the reader's data were deleted meanwhile. */
  reader: (Taste & { id: string; email: string; emailKey: string; active: boolean; suppressed: boolean }) | null;
};

/** How a delivery on lease goes on. */
export type Mark = {
  id: string;
  state: Exclude<DeliveryState, 'sending'>;
  /** Queued: how long until the next try. */
  waitMs?: number;
  /** The mail server's words, or ours. */
  answer: string;
  papers?: number;
  /** Whether the reader's window moves on to the end of this one. */
  covers?: boolean;
  /** It was given back without a try. */
  unspent?: boolean;
  /** The address that is never to be written to again. */
  suppress?: string;
};

export type Claim = {
  claimed: Claimed[];
  /** When the first of them may go out, and how far apart they are. */
  startMs: number;
  intervalMs: number;
  /** Nothing is sent by anybody for so long; 0 when sending is allowed. */
  pausedMs: number;
  /** Whether the server was busy the last time. */
  wasBusy: boolean;
};

export type ClaimOptions = {
  lease: string;
  limit: number;
  leaseMs: number;
  perSecond: number;
  /** The canonical address of the only reader whose delivery is taken. */
  only?: string | undefined;
};

/** What sending needs of the database. All times are the database's. */
export interface DeliveryStore {
  /** Takes deliveries that are due, at the pace that all processes share. */
  claim(options: ClaimOptions): Promise<Claim>;
  /** May be repeated; what another process has taken over is left alone. How many were marked. */
  mark(lease: string, marks: readonly Mark[]): Promise<number>;
  /** Stops everybody for a while, longer each time in a row. */
  pause(reason: string, pauseMs: (timesInRow: number) => number): Promise<void>;
  /** The server works again. */
  resume(): Promise<void>;
  candidates(window: Window, options: { words: boolean }): Promise<Candidate[]>;
  stories(ids: readonly PaperId[]): Promise<Omit<Story, 'links'>[]>;
}

/** How many deliveries an edition has in each state. */
export type StateCounts = Record<DeliveryState, number>;

export type EditionRow = EditionKey & { id: number; plannedAt: Date; lastAt: Date | null; counts: StateCounts };

export type DeliveryRow = {
  id: string;
  state: DeliveryState;
  email: string | null;
  queuedAt: Date;
  attemptedAt: Date | null;
  nextAt: Date | null;
  attempts: number;
  papers: number | null;
  answer: string;
};

/** The figures by which an operator is warned. */
export type DigestHealth = {
  /** Readers whose time came more than an hour ago, and nobody has planned their edition. */
  unplanned: { count: number; since: Date | null };
  /** Deliveries that were due more than an hour ago and are still open. */
  late: { count: number; since: Date | null; answer: string };
  /** Editions of the last days by how many failed. */
  editions: (EditionKey & { sent: number; failed: number })[];
  paused: { until: Date; reason: string } | null;
};

/** What pages and commands read of the ledger. */
export interface EditionStore {
  editions(limit: number): Promise<EditionRow[]>;
  edition(id: number): Promise<EditionRow | null>;
  /** Those in one state, the latest first. */
  deliveries(editionId: number, query: { state: DeliveryState; limit: number; offset: number }): Promise<DeliveryRow[]>;
  /** Puts failed deliveries of an edition back into the queue; one where an id is given. How many. */
  retry(editionId: number, deliveryId?: string): Promise<number>;
  health(now: Date, since: UtcDay): Promise<DigestHealth>;
}

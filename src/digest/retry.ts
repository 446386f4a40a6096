import type { Judgement } from './judge-answer';

/** Temporary failures are tried again for a day. */
const PATIENCE_MINUTES = 24 * 60;
/** A refusal for good may still be a mistake in the server's or our own set-up that is mended within hours. */
const REFUSALS = 3;
const LONGEST_WAIT_MINUTES = 60;
const REFUSED_WAIT_MINUTES = [5, 60];

/** How long a minute and a second are; other than that only where tests cannot wait. */
export type Clockwork = { minuteMs: number; secondMs: number };
export const CLOCKWORK: Clockwork = { minuteMs: 60_000, secondMs: 1_000 };

/** How a delivery goes on after a failure; `suppress` when the address must never be written to again. */
export type NextStep = { state: 'queued'; at: Date } | { state: 'failed'; suppress: boolean };

type Failure = {
  judgement: Judgement;
  /** How often it was tried, this time included. */
  attempts: number;
  queuedAt: Date;
  now: Date;
  /** From 0 to 1, so that messages that failed together do not come back together. */
  random: number;
};

/** Doubling waits from a minute to an hour for a day; three tries for refusals; none for an address that bounced. */
export function afterFailure(
  { judgement, attempts, queuedAt, now, random }: Failure,
  { minuteMs }: Clockwork = CLOCKWORK,
): NextStep {
  if (judgement === 'bounced') return { state: 'failed', suppress: true };
  const given = { state: 'failed', suppress: false } as const;
  if (judgement === 'refused' && attempts >= REFUSALS) return given;
  const minutes =
    judgement === 'refused'
      ? (REFUSED_WAIT_MINUTES[attempts - 1] ?? LONGEST_WAIT_MINUTES)
      : Math.min(LONGEST_WAIT_MINUTES, 2 ** Math.min(10, attempts - 1));
  const at = new Date(now.getTime() + minutes * minuteMs * (0.75 + random / 2));
  return at.getTime() - queuedAt.getTime() > PATIENCE_MINUTES * minuteMs ? given : { state: 'queued', at };
}

const SHORTEST_PAUSE_S = 15;
const LONGEST_PAUSE_S = 15 * 60;

/** How long nothing is sent by anybody after the server was busy so many times in a row. */
export const pauseAfter = (timesInRow: number, { secondMs }: Clockwork = CLOCKWORK): number =>
  Math.min(LONGEST_PAUSE_S, SHORTEST_PAUSE_S * 2 ** Math.min(10, timesInRow - 1)) * secondMs;

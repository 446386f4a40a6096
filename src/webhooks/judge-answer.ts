/** How a call ended: what the receiver answered, or why it never did. */
export type Outcome = { kind: 'answered'; status: number } | { kind: 'broken'; reason: string };

export type Verdict =
  | { state: 'sent' }
  /** Tried again after so many seconds. */
  | { state: 'queued'; afterSeconds: number }
  | { state: 'failed' };

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Waits between tries, as Standard Webhooks proposes them: a minute of trouble costs seconds, a weekend costs nothing. */
const WAITS = [5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];

const WEEK_MS = 7 * 24 * HOUR * 1_000;

/**
 * What becomes of a message after its nth try (from 1). Any 2xx is success, and a redirect none. `random` in [0, 1) spreads
 * the tries by a tenth, so that a receiver that comes back is not met by all at once.
 */
export function judgeAnswer(outcome: Outcome, { attempts, random }: { attempts: number; random: number }): Verdict {
  if (outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300) return { state: 'sent' };
  // Gone: the receiver wants nothing more.
  if (outcome.kind === 'answered' && outcome.status === 410) return { state: 'failed' };
  const wait = WAITS[attempts - 1];
  return wait === undefined
    ? { state: 'failed' }
    : { state: 'queued', afterSeconds: Math.round(wait * (1 + random / 10)) };
}

/** Whether a webhook is switched off now: it said that it is gone, or has failed for a week without one success. */
export const isSpent = (outcome: Outcome, { failingSince, now }: { failingSince: Date | null; now: Date }): boolean =>
  (outcome.kind === 'answered' && outcome.status === 410) ||
  (failingSince !== null && now.getTime() - failingSince.getTime() >= WEEK_MS);

/** How a call ended, for its owner to read. */
export const outcomeInWords = (outcome: Outcome): string =>
  outcome.kind === 'answered' ? `answered ${outcome.status}` : outcome.reason;

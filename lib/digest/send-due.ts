import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { outageOf } from '@/lib/db/outage';
import type { Log } from '@/lib/log';
import type { Envelope, Lane, LaneAnswer } from '@/lib/mail/smtp-lane';
import type { Claimed, Clockwork, DeliveryStore, Judgement, Mark } from '@/src/digest';
import { afterFailure, CLOCKWORK, judgeAnswer, pauseAfter } from '@/src/digest';
import { markQueue } from './mark-queue';

/** A message that can go out. */
export type Ready = { envelope: Envelope; papers: number; bytes: () => Promise<Buffer> | Buffer };
/** What is known of a claimed delivery: a message, or why there is none. */
export type Prepared = Ready | Omit<Mark, 'id'>;

export type SendTools = {
  store: DeliveryStore;
  prepare(claimed: readonly Claimed[]): Promise<Prepared[]>;
  openLane(): Lane;
  /** Messages on their way at the same time. Each lane may have one more that is accepted and not yet marked. */
  lanes: number;
  perSecond: number;
  /** Ends after so long, whatever is left. */
  budgetMs: number;
  signal?: AbortSignal;
  log: Log;
  /** Sends to this reader only, by his canonical address. */
  only?: string | undefined;
  clockwork?: Clockwork;
  leaseMs?: number;
  onProgress?: (report: SendReport) => void;
};

export type SendReport = { sent: number; skipped: number; suppressed: number; retried: number; failed: number };

type Job = { claimed: Claimed; ready: Ready; leasedUntil: number; notBefore: number };

const CLAIMED_A_LANE = 12;
const LEASE_MS = 5 * 60_000;
/** A message is not begun when the lease could end under it. */
const LEAST_LEASE_MS = 160_000;
const LONGEST_NAP_MS = 2_000;
/** What a failure says against the server as long as nothing succeeds; from five on it is the server's trouble, not the messages'. */
const WEIGHT: Record<Judgement, number> = { broken: 1, busy: 1, refused: 1, deferred: 0.5, bounced: 0.25 };
const TROUBLE = 5;
const DATABASE_PATIENCE_MS = 60_000;

/**
 * Sends what is due until nothing is, the time is up or the mail server wants a pause. A lane sends its next message while
 * the last is being marked, and no further: a crash can repeat at most two messages a lane.
 */
export async function sendDue(tools: SendTools): Promise<SendReport> {
  const { store, lanes, perSecond, log, clockwork = CLOCKWORK, leaseMs = LEASE_MS, signal } = tools;
  const lease = randomBytes(12).toString('hex');
  const mark = markQueue(store, lease);
  const until = performance.now() + tools.budgetMs;
  const report: SendReport = { sent: 0, skipped: 0, suppressed: 0, retried: 0, failed: 0 };
  const waiting: Job[] = [];
  let dry = false;
  let paused = false;
  let wasBusy = false;
  let inRow = 0;
  let claiming: Promise<void> | undefined;

  const over = (): boolean => signal?.aborted === true || paused || performance.now() > until;

  const note = async (id: string, outcome: Omit<Mark, 'id'>): Promise<void> => {
    await mark({ id, ...outcome });
    if (outcome.unspent) return;
    report[outcome.state === 'queued' ? 'retried' : outcome.state] += 1;
    tools.onProgress?.(report);
  };

  const refill = async (): Promise<void> => {
    const began = performance.now();
    const claim = await whileDatabaseReturns(() =>
      store.claim({ lease, limit: lanes * CLAIMED_A_LANE, leaseMs, perSecond, only: tools.only }),
    );
    wasBusy ||= claim.wasBusy;
    if (claim.pausedMs > 0) {
      paused = true;
      return;
    }
    if (claim.claimed.length === 0) {
      // Others have the pace for the next seconds, or there is nothing left to do.
      if (claim.startMs > LONGEST_NAP_MS) await nap(claim.startMs - LONGEST_NAP_MS, signal);
      else dry = true;
      return;
    }
    const prepared = await tools.prepare(claim.claimed);
    const settled = claim.claimed.map(async (claimed, at) => {
      const outcome = prepared[at];
      if (outcome === undefined) throw new Error('A delivery was not prepared.');
      if ('state' in outcome) return await note(claimed.id, outcome);
      const notBefore = began + claim.startMs + at * claim.intervalMs;
      waiting.push({ claimed, ready: outcome, leasedUntil: began + leaseMs, notBefore });
    });
    await Promise.all(settled);
  };

  const claimMore = (): Promise<void> => {
    claiming ??= refill().finally(() => {
      claiming = undefined;
    });
    return claiming;
  };

  const take = async (): Promise<Job | undefined> => {
    while (!over()) {
      const job = waiting.shift();
      // The next are got ready while these are sent; who comes to wait for them hears of a failure.
      if (job && !dry && waiting.length < (lanes * CLAIMED_A_LANE) / 2) void claimMore().catch(() => {});
      if (job) return job;
      if (dry && !claiming) return undefined;
      await claimMore();
    }
    return undefined;
  };

  const pause = async (reason: string): Promise<void> => {
    paused = true;
    log.warn(`The mail server wants a pause: ${reason}`);
    await whileDatabaseReturns(() => store.pause(reason, (times) => pauseAfter(times, clockwork)));
  };

  const settle = async ({ claimed, ready }: Job, answer: LaneAnswer): Promise<void> => {
    if (answer.accepted) {
      inRow = 0;
      await note(claimed.id, { state: 'sent', answer: answer.text, papers: ready.papers, covers: true });
      if (wasBusy) {
        wasBusy = false;
        await whileDatabaseReturns(() => store.resume());
      }
      return;
    }
    const said = judgeAnswer(answer);
    inRow += WEIGHT[said];
    const trouble = inRow >= TROUBLE;
    // Where every address is refused the fault is hardly theirs.
    const judgement = trouble && (said === 'bounced' || said === 'refused') ? 'busy' : said;
    const random = Math.random();
    const { attempts, queuedAt } = claimed;
    const next = afterFailure({ judgement, attempts, queuedAt, now: new Date(), random }, clockwork);
    const words = `${answer.stage}: ${answer.text}`;
    if (next.state === 'queued') {
      await note(claimed.id, { state: 'queued', waitMs: next.at.getTime() - Date.now(), answer: words });
    } else {
      const suppress = next.suppress && claimed.reader ? { suppress: claimed.reader.emailKey } : {};
      await note(claimed.id, { state: 'failed', answer: words, ...suppress });
    }
    if (judgement === 'busy' || trouble) await pause(words);
  };

  const work = async (): Promise<void> => {
    const lane = tools.openLane();
    let settling: Promise<void> = Promise.resolve();
    try {
      for (let job = await take(); job; job = await take()) {
        await nap(job.notBefore - performance.now(), signal);
        if (over() || job.leasedUntil - performance.now() < Math.min(LEAST_LEASE_MS, leaseMs / 2)) {
          await giveBack(job);
          continue;
        }
        const { ready } = job;
        const answer = await lane.send(ready.envelope, await ready.bytes());
        await settling;
        settling = settle(job, answer);
        // Heard below; until then it must not count as unheard.
        settling.catch(() => {});
      }
    } finally {
      lane.close();
      await settling;
    }
  };

  const giveBack = ({ claimed }: Job): Promise<void> =>
    note(claimed.id, { state: 'queued', waitMs: 0, answer: '', unspent: true });

  try {
    // All come to their end, and their messages to a mark, also where one fails.
    const ends = await Promise.allSettled(Array.from({ length: lanes }, work));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  } finally {
    await Promise.all(waiting.splice(0).map(giveBack));
  }
  return report;
}

const nap = async (ms: number, signal?: AbortSignal): Promise<void> => {
  if (ms > 0) await sleep(ms, undefined, signal ? { signal } : {}).catch(() => {});
};

/** For statements that do no harm when they are carried out twice. */
async function whileDatabaseReturns<T>(work: () => Promise<T>): Promise<T> {
  for (const until = performance.now() + DATABASE_PATIENCE_MS; ; await sleep(250)) {
    try {
      return await work();
    } catch (error) {
      if (outageOf(error) === undefined || performance.now() > until) throw error;
    }
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
// A Ctrl-C reaches us from the terminal and once more through npm.
const SAME_MS = 700;
const PENDING_MS = 10_000;

type Options = { log: Log; force: () => void };

/** What has to be undone when we stop, last begun first. */
export type Stopper = {
  /** Adds a step. After a stop has begun it runs at once, so that nothing that was starting is left behind. */
  onStop(step: () => void | Promise<void>): Promise<void>;
  /** Work that a stop waits for, once the steps have pulled the ground from under it. */
  during<T>(work: Promise<T>): Promise<T>;
  stop(): Promise<void>;
  readonly stopping: boolean;
};

/** Stops in order on a signal and ends the process with 0; a second signal forces the end. */
export function stopper({ log, force }: Options): Stopper {
  const steps: (() => void | Promise<void>)[] = [];
  let begun: Promise<void> | undefined;
  let signalledAt = 0;

  const pending = new Set<Promise<unknown>>();

  const runAll = async (): Promise<void> => {
    for (let step = steps.pop(); step; step = steps.pop()) await runStep(step);
    await Promise.race([Promise.allSettled(pending), sleep(PENDING_MS)]);
  };
  const runStep = async (step: () => void | Promise<void>): Promise<void> => {
    try {
      await step();
    } catch (error) {
      log.error(`While stopping: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const stop = (): Promise<void> => {
    begun ??= runAll();
    return begun;
  };

  for (const signal of SIGNALS) {
    process.on(signal, () => {
      const first = signalledAt === 0;
      if (!first && Date.now() - signalledAt > SAME_MS) {
        force();
        process.exit(130);
      }
      if (!first) return;
      signalledAt = Date.now();
      log.info('Stopping…');
      stop().then(() => process.exit(0));
    });
  }
  return {
    stop,
    during: (work) => {
      pending.add(work);
      return work.finally(() => pending.delete(work));
    },
    onStop: async (step) => {
      if (begun) await runStep(step);
      else steps.push(step);
    },
    get stopping() {
      return begun !== undefined;
    },
  };
}

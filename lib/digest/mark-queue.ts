import { setTimeout as sleep } from 'node:timers/promises';
import { outageOf } from '@/lib/db/outage';
import type { DeliveryStore, Mark } from '@/src/digest';

/** A mark that is lost is a mail that is repeated, so the database is waited for. */
const PATIENCE_MS = 10 * 60_000;
const PAUSE_MS = 250;

type Waiting = { mark: Mark; done: () => void; failed: (error: unknown) => void };

/**
 * Writes marks, as many in one statement as came while the one before was under way. A promise is kept when its mark is
 * stored: whoever waits for it before the next message never has more than one message in the open.
 */
export function markQueue(store: Pick<DeliveryStore, 'mark'>, lease: string): (mark: Mark) => Promise<void> {
  let waiting: Waiting[] = [];
  let writing = false;

  const write = async (): Promise<void> => {
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await untilStored(
          store,
          lease,
          batch.map(({ mark }) => mark),
        );
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    writing = false;
  };

  return (mark) =>
    new Promise((done, failed) => {
      waiting.push({ mark, done, failed });
      if (!writing) void write();
    });
}

async function untilStored(store: Pick<DeliveryStore, 'mark'>, lease: string, marks: readonly Mark[]): Promise<void> {
  for (const until = performance.now() + PATIENCE_MS; ; await sleep(PAUSE_MS)) {
    try {
      await store.mark(lease, marks);
      return;
    } catch (error) {
      if (outageOf(error) === undefined || performance.now() > until) throw error;
    }
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Outage, outageOf } from './outage';

const PATIENCE_MS = 8_000;
const PAUSE_MS = 100;

/**
 * Runs a write that may be repeated without harm, and again while nobody can tell whether it was carried out: a
 * connection that breaks after COMMIT was sent leaves that open. So whoever gets an answer can rely on it. Throws
 * `Outage`: at once when the write never arrived, as lost when its end stayed unknown for eight seconds.
 */
export async function untilKnown<T>(write: () => Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  const until = performance.now() + patienceMs;
  for (let lost = false; ; await sleep(PAUSE_MS)) {
    try {
      return await write();
    } catch (error) {
      const outage = outageOf(error);
      if (outage === undefined) throw error;
      lost ||= outage === 'lost';
      if (!lost || performance.now() > until) throw new Outage({ lost, cause: error });
    }
  }
}

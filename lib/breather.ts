import { setImmediate as turn } from 'node:timers/promises';

const LONGEST_STRETCH_MS = 8;

/** Lets other requests through whenever a stretch of work has lasted for some milliseconds; undefined while it has not. */
export function breather(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < LONGEST_STRETCH_MS) return undefined;
    return turn().then(() => {
      since = performance.now();
    });
  };
}

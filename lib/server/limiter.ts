/** Too much is waiting already. */
export class BusyError extends Error {
  override name = 'BusyError';
}

export type Limited = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets `running` works go on at a time and `waiting` more queue; refuses the rest, so that a flood ends in refusals, not in memory. */
export function limiter({ running, waiting }: { running: number; waiting: number }): Limited {
  let free = running;
  const queue: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free--;
    else if (queue.length >= waiting) throw new BusyError('too many renderings are waiting');
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else free++;
    }
  };
}

/**
 * Lets one request at a time through to a host, and no two closer together than an interval. `lib/db/host-turn.ts` keeps
 * this promise across processes that share a database.
 */
export interface HostTurn {
  /**
   * Waits for the turn, runs the request, and lets the next one start no sooner than the interval after this one's end.
   * Throws `TurnFault` where the turn would not come within `maxWaitMs`.
   */
  take<T>(host: string, maxWaitMs: number, request: () => Promise<T>): Promise<T>;
  /** Nobody is to ask the host again before so many milliseconds are over. */
  rest(host: string, ms: number): Promise<void>;
}

/** The host is resting, or busy with others, for longer than the caller would wait. */
export class TurnFault extends Error {
  override name = 'TurnFault';
}

export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** Turns within this process alone: for tests and for runs without a database. */
export function localHostTurn({
  intervalMs,
  sleep,
  now,
}: {
  intervalMs: number;
  sleep: Sleep;
  now: () => Date;
}): HostTurn {
  const queues = new Map<string, Promise<unknown>>();
  const free = new Map<string, number>();
  return {
    take<T>(host: string, maxWaitMs: number, request: () => Promise<T>): Promise<T> {
      const mine = (queues.get(host) ?? Promise.resolve()).then(async () => {
        const wait = (free.get(host) ?? 0) - now().getTime();
        if (wait > maxWaitMs) throw new TurnFault(`${host} asked to be left alone.`);
        if (wait > 0) await sleep(wait);
        try {
          return await request();
        } finally {
          free.set(host, Math.max(free.get(host) ?? 0, now().getTime() + intervalMs));
        }
      });
      queues.set(
        host,
        mine.catch(() => {}),
      );
      return mine;
    },
    async rest(host, ms) {
      free.set(host, Math.max(free.get(host) ?? 0, now().getTime() + ms));
    },
  };
}

/**
 * What counts as one host: all of arXiv's names are one, as its terms ask (https://info.arxiv.org/help/api/tou.html); any
 * other name or address stands for itself.
 */
export function hostKey(url: URL): string {
  const host = url.hostname.toLowerCase();
  return host === 'arxiv.org' || host.endsWith('.arxiv.org') ? 'arxiv.org' : url.host.toLowerCase();
}

import { request } from 'node:http';
import type { Log } from '../log';

/** A job of ours that a route does when asked; the route itself knows what is due. */
export type ScheduledJob = { name: string; path: string; firstAfterMs: number; everyMs: number };

const MINUTE_MS = 60_000;

export const JOBS: readonly ScheduledJob[] = [
  { name: 'ingest', path: '/api/jobs/ingest?wait=900', firstAfterMs: 5_000, everyMs: 15 * MINUTE_MS },
  { name: 'digest', path: '/api/jobs/digest?wait=300', firstAfterMs: 60_000, everyMs: 2 * MINUTE_MS },
  { name: 'votes', path: '/api/jobs/votes', firstAfterMs: 15 * MINUTE_MS, everyMs: 24 * 60 * MINUTE_MS },
  { name: 'submissions', path: '/api/jobs/submissions', firstAfterMs: 2 * MINUTE_MS, everyMs: 5 * MINUTE_MS },
  { name: 'webhooks', path: '/api/jobs/webhooks', firstAfterMs: MINUTE_MS, everyMs: MINUTE_MS },
  { name: 'interest', path: '/api/jobs/interest', firstAfterMs: 2 * MINUTE_MS, everyMs: 60 * MINUTE_MS },
  { name: 'upkeep', path: '/api/jobs/upkeep', firstAfterMs: 10 * MINUTE_MS, everyMs: 6 * 60 * MINUTE_MS },
];

type Options = {
  jobs?: readonly ScheduledJob[];
  /** Where our own server listens. */
  host: string;
  port: number;
  secret: string;
  log: Log;
  random?: () => number;
};

const LONGEST_BACKOFF = 8;

/**
 * Asks our own routes to do their jobs, over HTTP as an outside cron would. A job never overlaps itself; one that fails
 * is logged and asked less often until it works again. Times are spread, so that instances do not all call at once.
 */
export function startScheduler(options: Options): { stop(): void } {
  const { jobs = JOBS, host, port, secret, log, random = Math.random } = options;
  const stopping = new AbortController();
  const timers = new Set<NodeJS.Timeout>();

  const after = (waitMs: number, work: () => void): void => {
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        work();
      },
      waitMs * (0.9 + 0.2 * random()),
    );
    timers.add(timer.unref());
  };

  const run = async (job: ScheduledJob, failures: number): Promise<void> => {
    const fault = await post({ host, port, path: job.path, secret, signal: stopping.signal });
    if (stopping.signal.aborted) return;
    if (fault !== undefined) log.warn(`The job ${job.name} failed: ${fault}`);
    else if (failures > 0) log.info(`The job ${job.name} works again.`);
    const failed = fault === undefined ? 0 : failures + 1;
    after(job.everyMs * Math.min(LONGEST_BACKOFF, 2 ** Math.max(0, failed - 1)), () => void run(job, failed));
  };

  for (const job of jobs) after(job.firstAfterMs, () => void run(job, 0));
  return {
    stop: () => {
      stopping.abort();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

type Call = { host: string; port: number; path: string; secret: string; signal: AbortSignal };

/** Undefined on success, else what went wrong. A job may take many minutes: no limit on the answer. */
function post({ host, port, path, secret, signal }: Call): Promise<string | undefined> {
  return new Promise((resolve) => {
    const call = request(
      { host, port, path, method: 'POST', signal, agent: false, headers: { authorization: `Bearer ${secret}` } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text = `${text}${chunk}`.slice(0, 500);
        });
        response.on('error', (error) => resolve(error.message));
        response.on('end', () => {
          const { statusCode = 0 } = response;
          resolve(statusCode >= 200 && statusCode < 300 ? undefined : `status ${statusCode} ${text.trim()}`);
        });
      },
    );
    call.on('error', (error) => resolve(error.message));
    call.end();
  });
}

import { FetchFault } from './fetch-fault';
import { type HostTurn, hostKey, type Sleep, TurnFault } from './host-turn';
import { readBody } from './read-body';
import { retryAfterMs } from './retry-after';

export type Answer = { url: string; status: number; headers: Headers; body: Buffer };

export type FetchLimits = {
  /** Attempts in all, while the source is busy, broken or out of reach. */
  attempts: number;
  /** For one request, from the connection to the last byte. */
  timeoutMs: number;
  /** Longest answer that is read. */
  maxBytes: number;
  /** Longest wait for a turn or for what `Retry-After` says; where more is asked, the run gives up and comes back another time. */
  maxWaitMs: number;
};

export type PoliteFetchTools = {
  userAgent: string;
  turn: HostTurn;
  fetch: typeof fetch;
  sleep: Sleep;
  now: () => Date;
  /** In [0, 1), for jitter. */
  random: () => number;
  /** Told of every wait before another attempt. */
  onRetry?: (message: string) => void;
};

/** Gets an address with manners. Throws a `FetchFault` when no usable answer comes. */
export type PoliteFetch = (
  url: string,
  options?: Partial<FetchLimits> & { accept?: string; signal?: AbortSignal },
) => Promise<Answer>;

const DEFAULTS: FetchLimits = { attempts: 5, timeoutMs: 60_000, maxBytes: 64_000_000, maxWaitMs: 600_000 };
const FIRST_BACKOFF_MS = 5_000;
const LONGEST_REST_MS = 24 * 3_600_000;
const MOST_REDIRECTS = 5;
const RETRIED = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Makes a `PoliteFetch`: one request at a time and a host, an interval between them, a User-Agent that tells who asks,
 * bounds on time, size and redirects, and patience with 429 and 503 as `Retry-After` says, or with growing, jittered waits.
 */
export function politeFetch(tools: PoliteFetchTools): PoliteFetch {
  return async (address, { accept = '*/*', signal, ...given } = {}) => {
    const limits = { ...DEFAULTS, ...given };
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await once(tools, { address, accept, limits, signal });
      if ('answer' in outcome) return outcome.answer;
      const host = hostKey(new URL(outcome.at));
      const asked = outcome.retryAfterMs;
      // What the host asks for holds for everybody, whether or not this run waits for it.
      if (asked !== undefined) await tools.turn.rest(host, Math.min(asked, LONGEST_REST_MS));
      if (asked !== undefined && asked > limits.maxWaitMs) {
        const minutes = Math.ceil(asked / 60_000);
        throw new FetchFault('come-back-later', `${host} asks to be left alone for ${minutes} min.`, outcome.fault);
      }
      if (attempt >= limits.attempts) throw outcome.fault;
      const wait = asked ?? Math.min(limits.maxWaitMs, backoff(attempt, tools.random()));
      tools.onRetry?.(`${outcome.fault.message} Trying again in ${Math.round(wait / 1_000)} s.`);
      if (asked === undefined) await tools.turn.rest(host, wait);
      await tools.sleep(wait, signal);
    }
  };
}

type Request = { address: string; accept: string; limits: FetchLimits; signal: AbortSignal | undefined };
type Outcome = { answer: Answer } | { fault: FetchFault; retryAfterMs: number | undefined; at: string };

const backoff = (attempt: number, random: number): number =>
  FIRST_BACKOFF_MS * 2 ** (attempt - 1) * (0.75 + random / 2);

async function once(tools: PoliteFetchTools, { address, accept, limits, signal }: Request): Promise<Outcome> {
  let url = webUrl(address);
  for (let redirects = 0; ; redirects += 1) {
    const current = url;
    const reply = await inTurn(tools, current, { accept, limits, signal });
    if (reply instanceof FetchFault) {
      if (reply.code !== 'unreachable' && reply.code !== 'timed-out') throw reply;
      return { fault: reply, retryAfterMs: undefined, at: current.href };
    }
    const { status, headers, body } = reply;
    if (status >= 300 && status < 400 && status !== 304) {
      if (redirects >= MOST_REDIRECTS)
        throw new FetchFault('bad-redirect', `${address} redirects more than ${MOST_REDIRECTS} times.`);
      url = redirectTarget(headers.get('location'), current);
      continue;
    }
    const busy = status === 429 || (body.byteLength < 500 && /^\s*Rate exceeded\.?/i.test(body.toString('utf8')));
    if (status >= 200 && status < 300 && !busy) return { answer: { ...reply, url: current.href } };
    const message = busy
      ? `${current.host} says that we ask too often (HTTP ${status}).`
      : `${current.href} answered with HTTP ${status}.`;
    const fault = new FetchFault('bad-status', message, { status, body });
    if (!busy && !RETRIED.has(status)) throw fault;
    return { fault, retryAfterMs: retryAfterMs(headers.get('retry-after'), tools.now()), at: current.href };
  }
}

async function inTurn(
  tools: PoliteFetchTools,
  url: URL,
  given: Omit<Request, 'address'>,
): Promise<Omit<Answer, 'url'> | FetchFault> {
  try {
    return await tools.turn.take(hostKey(url), given.limits.maxWaitMs, () => request(tools, url, given));
  } catch (error) {
    if (error instanceof TurnFault) return new FetchFault('come-back-later', error.message, { cause: error });
    throw error;
  }
}

async function request(
  tools: PoliteFetchTools,
  url: URL,
  { accept, limits, signal }: Omit<Request, 'address'>,
): Promise<Omit<Answer, 'url'> | FetchFault> {
  const timeout = AbortSignal.timeout(limits.timeoutMs);
  try {
    const response = await tools.fetch(url, {
      redirect: 'manual',
      headers: { 'user-agent': tools.userAgent, accept },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    return { status: response.status, headers: response.headers, body: await readBody(response, limits.maxBytes) };
  } catch (error) {
    if (error instanceof FetchFault) return error;
    if (signal?.aborted) return new FetchFault('aborted', 'The run was stopped.', { cause: error });
    if (timeout.aborted) {
      return new FetchFault(
        'timed-out',
        `${url.host} did not answer in full within ${Math.ceil(limits.timeoutMs / 1_000)} s.`,
        { cause: error },
      );
    }
    return new FetchFault('unreachable', `${url.host} cannot be reached: ${reasonOf(error)}.`, { cause: error });
  }
}

// undici says "fetch failed" and keeps what happened in the cause.
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  return code ?? (cause instanceof Error ? cause.message : String(cause));
}

function webUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new FetchFault('bad-address', `${address} is not an http(s) address.`);
  return url;
}

function redirectTarget(location: string | null, from: URL): URL {
  const target = location !== null && URL.canParse(location, from) ? new URL(location, from) : undefined;
  if (!target || !/^https?:$/.test(target.protocol)) {
    throw new FetchFault(
      'bad-redirect',
      `${from.href} redirects to ${location ?? 'nowhere'}, which is not an http(s) address.`,
    );
  }
  if (from.protocol === 'https:' && target.protocol === 'http:') {
    throw new FetchFault('bad-redirect', `${from.href} redirects to an unencrypted address, ${target.href}.`);
  }
  return target;
}

import { addressKey } from '../next/address-key';

/** Headers for the answer, and seconds to wait where there is none. */
export type Allowance = { headers: string[]; retryAfter: number | undefined };

export type ApiLimit = (address: string) => Allowance;

type Window = { taken: number; endsAt: number };
type Options = { perMinute: number; clock?: () => number };

const WINDOW_MS = 60_000;
/** Addresses that are remembered; beyond them everybody begins anew, which lets a flood of addresses through and holds nobody up. */
const MOST = 50_000;
const LOOPBACK = /^(?:::1|127\.\d+\.\d+\.\d+)$/;

const METERED = /^\/(?:mcp|api\/(?:daily_papers|papers|agent-harnesses|openapi\.json))(?:[/?]|$)/;

/** Whether a request's target is one of the public API's calls. */
export const isMetered = (target: string): boolean => METERED.test(target);

/**
 * Counts a client's calls in windows of a minute, in this process alone: a read from the page cache costs too little to ask
 * a database about. What is expensive has limits of its own that all processes share. The machine itself is not counted, so
 * that a proxy that nobody told us of does not make one client of all. Headers: draft-ietf-httpapi-ratelimit-headers-10.
 */
export function apiLimit({ perMinute, clock = Date.now }: Options): ApiLimit {
  const windows = new Map<string, Window>();
  const policy = ['RateLimit-Policy', `"default";q=${perMinute};w=60`];
  const free: Allowance = { headers: [...policy, 'RateLimit', `"default";r=${perMinute};t=60`], retryAfter: undefined };
  return (address) => {
    if (LOOPBACK.test(address)) return free;
    const now = clock();
    const key = addressKey(address);
    let window = windows.get(key);
    if (window === undefined || window.endsAt <= now) {
      if (windows.size >= MOST) windows.clear();
      window = { taken: 0, endsAt: now + WINDOW_MS };
      windows.set(key, window);
    }
    const seconds = Math.ceil((window.endsAt - now) / 1_000);
    const refused = window.taken >= perMinute;
    if (!refused) window.taken += 1;
    const left = perMinute - window.taken;
    return {
      headers: [...policy, 'RateLimit', `"default";r=${left};t=${seconds}`],
      retryAfter: refused ? seconds : undefined,
    };
  };
}

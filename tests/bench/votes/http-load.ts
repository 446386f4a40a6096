import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:http';

export type Ask = { method?: string; path: string; headers?: Record<string, string> };
export type Done = { status: number; headers: IncomingHttpHeaders; ms: number };
type Load = {
  origin: string;
  connections: number;
  seconds: number;
  next: (nth: number) => Ask;
  onDone?: (done: Done) => void;
};

/** Asks over so many kept connections, each as fast as it is answered. Returns how many answers came a second. */
export async function httpLoad({ origin, connections, seconds, next, onDone }: Load): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const url = new URL(origin);
  const began = performance.now();
  const until = began + seconds * 1_000;
  let nth = 0;
  let answered = 0;
  const connection = async (): Promise<void> => {
    while (performance.now() < until) {
      onDone?.(await once(agent, url, next(nth++)));
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  agent.destroy();
  return answered / ((performance.now() - began) / 1_000);
}

/** One request, its body read and dropped. */
export function once(
  agent: Agent,
  { hostname, port }: URL,
  { method = 'GET', path, headers = {} }: Ask,
): Promise<Done> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request({ agent, hostname, port, method, path, headers }, (response) => {
      response.resume();
      response.once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, ms: performance.now() - began }),
      );
    });
    sent.once('error', reject);
    sent.end();
  });
}

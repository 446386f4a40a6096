import autocannon from 'autocannon';

/** Requests a second, milliseconds of latency, and bytes of one answer's body as it went over the wire. */
export type Load = { rps: number; p50: number; p99: number; bytes: number; failed: number };

const CONNECTIONS = 32;
const WARM_SECONDS = 1;
const SECONDS = 4;

/** Asks for one address over 32 kept-alive connections, after a warm-up. `encoding` is the Accept-Encoding to send. */
export async function load(url: string, encoding: string, seconds = SECONDS): Promise<Load> {
  const headers = { 'accept-encoding': encoding, accept: 'text/html' };
  await autocannon({ url, connections: CONNECTIONS, duration: WARM_SECONDS, headers });
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, headers });
  const answered = result['2xx'];
  return {
    rps: answered / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    bytes: answered > 0 ? result.throughput.total / answered : 0,
    failed: result.non2xx + result.errors + result.timeouts,
  };
}

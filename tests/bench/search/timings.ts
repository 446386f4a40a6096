import { fact, ratio } from '../report';

const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;

/** Milliseconds of each question, one after the other, shortest first. */
export async function timed(texts: readonly string[], ask: (text: string) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (const text of texts) {
    const began = performance.now();
    await ask(text);
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
}

const SHARES = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;

/** Prints three percentiles of both. */
export function compare(what: string, ours: readonly number[], theirs: readonly number[], aim?: string): void {
  for (const [name, share] of Object.entries(SHARES)) {
    const row = { ours: at(ours, share), theirs: at(theirs, share), unit: 'ms', than: 'ts_rank' };
    ratio({ what: `${what}, ${name}`, ...row, ...(aim !== undefined && name === 'p50' ? { aim } : {}) });
  }
}

/** Prints three percentiles. */
export function tell(what: string, times: readonly number[]): void {
  fact(
    what,
    Object.entries(SHARES)
      .map(([name, share]) => `${name} ${at(times, share).toFixed(2)} ms`)
      .join('  ·  '),
  );
}

export const rate = (times: readonly number[]): number =>
  (1_000 * times.length) / times.reduce((sum, time) => sum + time, 0);

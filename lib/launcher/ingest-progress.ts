import progress from 'cli-progress';
import type { RunCounts } from '@/src/ingest';

type Progress = { counts: RunCounts; done?: number; total?: number; unit?: 'bytes' | 'requests' };

const PLAIN_EVERY_MS = 5_000;

/** Shows how an ingest goes: a bar on a terminal, a line every few seconds in a log. */
export function ingestProgress(out: NodeJS.WriteStream): { update: (progress: Progress) => void; stop: () => void } {
  const began = Date.now();
  const rate = (seen: number): number => Math.round(seen / Math.max(0.001, (Date.now() - began) / 1_000));
  let latest: Progress | undefined;

  if (!out.isTTY) {
    const line = (): void => {
      if (!latest) return;
      const { counts, done, total } = latest;
      const part = done !== undefined && total ? `${Math.floor((100 * done) / total)} %, ` : '';
      out.write(`${part}${counts.seen.toLocaleString('en')} records, ${rate(counts.seen).toLocaleString('en')}/s\n`);
    };
    const timer = setInterval(line, PLAIN_EVERY_MS).unref();
    return {
      update: (progress) => {
        latest = { ...latest, ...progress };
      },
      stop: () => clearInterval(timer),
    };
  }

  const bar = new progress.SingleBar({ stream: out, clearOnComplete: true, hideCursor: true, format, fps: 8 });
  let started = false;
  return {
    update: (progress) => {
      latest = { ...latest, ...progress };
      const { counts, done = 0, total = 0 } = latest;
      const payload = { seen: counts.seen, rate: rate(counts.seen), rejected: counts.rejected };
      if (!started) bar.start(total, done, payload);
      started = true;
      bar.setTotal(total);
      bar.update(done, payload);
    },
    stop: () => bar.stop(),
  };
}

function format(
  options: Parameters<typeof progress.Format.BarFormat>[1],
  params: { progress: number; total: number },
  { seen, rate, rejected }: { seen: number; rate: number; rejected: number },
): string {
  const share =
    params.total > 0
      ? `${progress.Format.BarFormat(params.progress, options)} ${Math.floor(params.progress * 100)} % · `
      : '';
  const bad = rejected > 0 ? ` · ${rejected.toLocaleString('en')} rejected` : '';
  return `${share}${seen.toLocaleString('en')} records · ${rate.toLocaleString('en')}/s${bad}`;
}

import type { Log } from '../log';

const PLAIN_EVERY_MS = 10_000;
const TERMINAL_EVERY_MS = 1_000;

/**
 * Shows that a long step is still going on: a line that counts the seconds on a terminal, a line every ten seconds in a
 * plain log. `detail` may be changed while it runs.
 */
export async function withProgress<T>(
  options: { title: string; log: Log; terminal?: NodeJS.WriteStream },
  work: (progress: { detail: string }) => Promise<T>,
): Promise<T> {
  const { title, log, terminal = process.stderr } = options;
  const progress = { detail: '' };
  const began = Date.now();
  const line = (): string => {
    const seconds = Math.round((Date.now() - began) / 1_000);
    return `${title} ${seconds} s${progress.detail === '' ? '' : ` · ${progress.detail}`}`;
  };
  log.info(`${title}…`);
  const show = terminal.isTTY ? (): void => void terminal.write(`\r\x1b[2K${line()}`) : (): void => log.info(line());
  const timer = setInterval(show, terminal.isTTY ? TERMINAL_EVERY_MS : PLAIN_EVERY_MS).unref();
  try {
    return await work(progress);
  } finally {
    clearInterval(timer);
    if (terminal.isTTY) terminal.write('\r\x1b[2K');
  }
}

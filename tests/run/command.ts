import { spawn } from 'node:child_process';

export type Ran = { code: number | null; output: string };
export type Command = { args: readonly string[]; env?: Record<string, string>; signal: AbortSignal };

const LONGEST = 4_000_000;
const GRACE_MS = 20_000;
const DRAIN_MS = 2_000;

/**
 * Runs Node on `args` in a process group of its own and keeps what it prints. On abort the group gets SIGINT, so that
 * servers stop as on Ctrl-C, and SIGKILL when it takes too long.
 */
export function runNode({ args, env = {}, signal }: Command): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, NEXT_TELEMETRY_DISABLED: '1', CI: '1', ...env },
    });
    let output = '';
    const keep = (part: string): void => {
      output = (output + part).slice(-LONGEST);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const kill = (name: NodeJS.Signals): void => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, name);
      } catch {
        // The group has ended by itself.
      }
    };
    let last: NodeJS.Timeout | undefined;
    const abort = (): void => {
      kill('SIGINT');
      last = setTimeout(() => kill('SIGKILL'), GRACE_MS);
    };
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(last);
      signal.removeEventListener('abort', abort);
      // What a step started and forgot would hold ports and folders of the next one, and our pipes.
      kill('SIGKILL');
      const done = (): void => resolve({ code, output });
      const drained = setTimeout(done, DRAIN_MS);
      child.once('close', () => {
        clearTimeout(drained);
        done();
      });
    });
  });
}

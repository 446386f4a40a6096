import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** A Node process under test and what it has printed. */
export type NodeProcess = {
  child: ChildProcess;
  output: () => string;
  /** Resolves once the output matches; fails when the process ends or the time is up before. */
  until: (pattern: RegExp, limitMs?: number) => Promise<RegExpExecArray>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Ends it at once, as a power failure would. */
  kill: () => Promise<void>;
};

/** Starts Node with these arguments, in the project's folder. */
export function startNode(args: readonly string[], env: Record<string, string | undefined> = {}): NodeProcess {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: undefined,
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
      ...env,
    } as unknown as NodeJS.ProcessEnv,
  });
  let text = '';
  const keep = (part: string): void => {
    text += part;
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    child,
    output: () => text,
    ended,
    until: async (pattern, limitMs = 60_000) => {
      for (const end = Date.now() + limitMs; Date.now() < end; await sleep(10)) {
        const match = pattern.exec(text);
        if (match) return match;
        if (!isRunning()) break;
      }
      throw new Error(`${pattern} was not printed:\n${text}`);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

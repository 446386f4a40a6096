import { spawn } from 'node:child_process';

// Ends the child when we are gone, however we went: the channel closes with our process. Its own workers inherit the
// arguments but not the mark; they have channels of their own, which must stay as they are.
const DIE_WITH_PARENT = `data:text/javascript,${encodeURIComponent(
  "if(process.env.BROADSHEET_CHILD){delete process.env.BROADSHEET_CHILD;process.channel?.unref();process.on('disconnect',()=>process.exit(1))}",
)}`;

export type ChildEnd = { code: number | null; output: string };

type Options = { cwd: string; args: readonly string[]; env: Record<string, string>; onLine?: (line: string) => void };

/** Runs Node with these arguments to its end, never outliving us, and returns its code and what it printed. */
export function runNode({ cwd, args, env, onLine = () => {} }: Options): Promise<ChildEnd> {
  const child = spawn(process.execPath, ['--import', DIE_WITH_PARENT, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...env, BROADSHEET_CHILD: '1' } as unknown as NodeJS.ProcessEnv,
  });
  let output = '';
  const take = (chunk: Buffer): void => {
    output = `${output}${chunk}`.slice(-20_000);
    for (const line of String(chunk).split('\n')) if (line.trim() !== '') onLine(line.trim());
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  running.add(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code, output: output.trim() });
    });
  });
}

const running = new Set<ReturnType<typeof spawn>>();

/** Ends children that are still at work; for a stop in the middle of a build. */
export function endChildren(): void {
  for (const child of running) child.kill('SIGTERM');
}

import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemVariables } from '../../env';
import type { RunAs } from './run-as';

// PG* variables of the operator's shell would point the programs elsewhere; LANG may name a locale that is not installed.
const KEPT = ['PATH', 'SystemRoot', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR', 'DYLD_LIBRARY_PATH'];

const environment = (): NodeJS.ProcessEnv => ({
  ...systemVariables(KEPT),
  NODE_ENV: 'production',
  LC_ALL: 'C',
  TZ: 'UTC',
});

const asUser = (runAs: RunAs) => (runAs ? { uid: runAs.uid, gid: runAs.gid } : {});

export type Ran = { code: number | null; output: string; error?: NodeJS.ErrnoException };

/**
 * Runs one of PostgreSQL's programs to its end. Output goes to a file, not a pipe: a server that it leaves
 * behind would hold the pipe open and with it whoever reads our own output.
 */
export async function run(
  command: string,
  args: readonly string[],
  options: { runAs: RunAs; input?: string },
): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  const path = join(folder, 'output');
  const file = openSync(path, 'w');
  try {
    const child = spawn(command, args, {
      cwd: process.platform === 'win32' ? folder : '/',
      stdio: [options.input === undefined ? 'ignore' : 'pipe', file, file],
      env: environment(),
      windowsHide: true,
      ...asUser(options.runAs),
    });
    child.stdin?.on('error', () => {});
    child.stdin?.end(options.input);
    const end = await new Promise<Omit<Ran, 'output'>>((resolve) => {
      child.once('error', (error) => resolve({ code: null, error }));
      child.once('exit', (code) => resolve({ code }));
    });
    return { ...end, output: readFileSync(path, 'utf8').trim() };
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Can the program be started by that user at all? False where a folder above it is closed to him. */
export function isRunnable(command: string, runAs: RunAs): boolean {
  const probe = spawnSync(command, ['--version'], { stdio: 'ignore', cwd: '/', env: environment(), ...asUser(runAs) });
  return probe.status === 0;
}

import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * One folder that holds everything temporary of a run. As root it lies in /tmp whatever TMPDIR says: PostgreSQL runs as
 * another user then, and must be let through.
 */
export function makeScratch(): string {
  const base = process.getuid?.() === 0 && existsSync('/tmp') ? '/tmp' : tmpdir();
  const folder = mkdtempSync(join(base, 'broadsheet-run-'));
  chmodSync(folder, 0o1777);
  return folder;
}

function postmasters(folder: string): number[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === 'postmaster.pid')
    .map((entry) => Number(readFileSync(join(entry.parentPath, entry.name), 'utf8').split('\n')[0]))
    .filter((pid) => Number.isInteger(pid) && pid > 1);
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Ends the database servers that a killed step left behind in the folder, and removes it. */
export async function clearScratch(folder: string): Promise<void> {
  const left = postmasters(folder);
  // SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    for (const pid of left.filter(isAlive)) process.kill(pid, signal);
    for (let waited = 0; waited < 5_000 && left.some(isAlive); waited += 50) await sleep(50);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

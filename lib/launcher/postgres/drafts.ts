import { mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../log';
import { workersIn } from './workers';

const PREFIX = 'postgres.new-';

/** A folder of a name that nobody has had yet, so that no program left over from an earlier try writes into it. */
export const newDraft = (home: string): string => mkdtempSync(join(home, PREFIX));

const ATTEMPTS = 20;
const PAUSE_MS = 100;

/**
 * Removes what starts that were killed left half made. Their programs may still be at work in it and are ended first.
 * What cannot be removed stays for the next start: a leftover never keeps this one from going on.
 */
export async function sweepDrafts(home: string, log: Log): Promise<void> {
  for (const name of readdirSync(home).filter((each) => each.startsWith(PREFIX))) {
    const folder = join(home, name);
    if (!(await removeDraft(folder))) log.info(`${folder} is left over and cannot be removed yet.`);
  }
}

/** True when nothing is left of it. */
export async function removeDraft(folder: string): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const workers = workersIn(folder);
    for (const pid of workers) end(pid);
    const removed = await rm(folder, { recursive: true, force: true }).then(
      () => true,
      () => false,
    );
    // A program that was ended just now may have made one more file.
    if (removed && workers.length === 0) return true;
    await sleep(PAUSE_MS);
  }
  return false;
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself, or belongs to somebody else.
  }
}

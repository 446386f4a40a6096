import { closeSync, mkdirSync, openSync, rmdirSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { errorCode, readIfThere } from './files';
import { beginningOf, isAlive } from './process-identity';

const holderSchema = z.object({
  pid: z.number().int(),
  host: z.string(),
  began: z.string(),
  /** What the holder does, and where it can be reached. */
  note: z.string(),
});

/** Who has a lock. */
export type Holder = z.output<typeof holderSchema>;
export type Lock = { describe(note: string): void; release(): void };

const HEARTBEAT_MS = 4_000;
const SILENCE_MS = 3 * HEARTBEAT_MS;

/**
 * Takes the lock file, or tells who has it. A holder that was killed loses it to the next one. A holder on another
 * machine, or in another container, cannot be looked at: it counts as dead when its heartbeat stops.
 */
export async function takeLock(path: string, note: string): Promise<{ lock: Lock } | { heldBy: Holder }> {
  for (;;) {
    const lock = create(path, note);
    if (lock) return { lock };
    const text = readIfThere(path);
    if (text === undefined) continue;
    const holder = parse(text);
    if (holder && (await isHeld(path, holder))) return { heldBy: holder };
    // A file without its text yet is being written at this moment.
    if (!holder && ageOf(path) < 2_000) await sleep(20);
    else await clear(path, text);
  }
}

/** Does the work while holding the lock, after waiting for whoever has it. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const taken = await takeLock(path, 'working');
    if ('lock' in taken) return work().finally(taken.lock.release);
    await sleep(100);
  }
}

/** The living holder of a lock, if any. */
export async function holderOf(path: string): Promise<Holder | undefined> {
  const holder = parse(readIfThere(path) ?? '');
  return holder && (await isHeld(path, holder)) ? holder : undefined;
}

function create(path: string, note: string): Lock | undefined {
  const own: Holder = { pid: process.pid, host: hostname(), began: beginningOf(process.pid), note };
  try {
    write(path, 'wx', own);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return undefined;
    throw error;
  }
  const beat = setInterval(() => touch(path), HEARTBEAT_MS).unref();
  const release = (): void => {
    clearInterval(beat);
    process.off('exit', release);
    const holder = parse(readIfThere(path) ?? '');
    if (holder?.pid === own.pid && holder.began === own.began) rmSync(path, { force: true });
  };
  process.once('exit', release);
  return { release, describe: (text) => write(path, 'w', { ...own, note: text }) };
}

function write(path: string, flag: 'w' | 'wx', holder: Holder): void {
  const file = openSync(path, flag, 0o600);
  writeSync(file, JSON.stringify(holder));
  closeSync(file);
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Removed by hand; the holder goes on.
  }
}

function parse(text: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const ageOf = (path: string): number => Date.now() - changedAt(path);

async function isHeld(path: string, holder: Holder): Promise<boolean> {
  if (holder.host === hostname()) return isAlive(holder.pid) && beginningOf(holder.pid) === holder.began;
  const before = changedAt(path);
  for (const until = Date.now() + SILENCE_MS; Date.now() < until; await sleep(250)) {
    if (changedAt(path) !== before) return changedAt(path) !== 0;
  }
  return false;
}

// Two that find the same dead holder must not remove each other's new lock: only one at a time may look and remove.
async function clear(path: string, seen: string): Promise<void> {
  const guard = `${path}.clearing`;
  try {
    mkdirSync(guard);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    if (ageOf(guard) > 5_000) rmSync(guard, { recursive: true, force: true });
    await sleep(20);
    return;
  }
  try {
    if (readIfThere(path) === seen) rmSync(path, { force: true });
  } finally {
    rmdirSync(guard);
  }
}

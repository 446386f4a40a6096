import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holderOf, takeLock, withLock } from './lock';
import { beginningOf } from './process-identity';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-lock-'));
  path = join(folder, 'start.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const leave = (holder: object | string): void =>
  writeFileSync(
    path,
    typeof holder === 'string' ? holder : JSON.stringify({ note: 'http://127.0.0.1:3000', ...holder }),
  );

/** No process has this number. */
const GONE = 2_147_483_646;

async function mustTake() {
  const taken = await takeLock(path, 'starting');
  if (!('lock' in taken)) throw new Error(`held by ${taken.heldBy.pid}`);
  return taken.lock;
}

test('the second one is told who has it and where that one is', async () => {
  const lock = await mustTake();
  lock.describe('http://127.0.0.1:3000');
  expect(await takeLock(path, 'starting')).toMatchObject({
    heldBy: { pid: process.pid, host: hostname(), note: 'http://127.0.0.1:3000' },
  });
  expect(await holderOf(path)).toMatchObject({ pid: process.pid });
  lock.release();
  expect(existsSync(path)).toBe(false);
  expect(await holderOf(path)).toBeUndefined();
});

test('a holder that was killed loses it', async () => {
  leave({ pid: GONE, host: hostname(), began: '' });
  (await mustTake()).release();
});

test('a holder whose number another process has now loses it', async () => {
  leave({ pid: process.pid, host: hostname(), began: 'another boot 1' });
  (await mustTake()).release();
});

test('a living holder with the right beginning keeps it', async () => {
  leave({ pid: process.ppid, host: hostname(), began: beginningOf(process.ppid) });
  expect(await takeLock(path, 'starting')).toMatchObject({ heldBy: { pid: process.ppid } });
});

test('a file that a crash left empty is taken over', async () => {
  leave('');
  (await mustTake()).release();
});

test('a release leaves the lock of a successor alone', async () => {
  const lock = await mustTake();
  const successor = JSON.stringify({ pid: GONE, host: hostname(), began: '', note: 'other' });
  writeFileSync(path, successor);
  lock.release();
  expect(readFileSync(path, 'utf8')).toBe(successor);
});

test('of many that find the same dead holder one at a time has the lock', async () => {
  leave({ pid: GONE, host: hostname(), began: '' });
  let inside = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    inside++;
    most = Math.max(most, inside);
    await new Promise((resolve) => setTimeout(resolve, 5));
    inside--;
  };
  await Promise.all(Array.from({ length: 8 }, () => withLock(path, work)));
  expect(most).toBe(1);
});

test('a failure in the work gives the lock back', async () => {
  await expect(withLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(path)).toBe(false);
});

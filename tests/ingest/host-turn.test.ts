import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { sharedHostTurn } from '@/lib/db/host-turn';
import { withJobLock } from '@/lib/db/job-lock';
import { testDatabase } from '../setup/test-database';

const { sql, url, empty } = await testDatabase();
const other = postgres(url, { max: 3, onnotice: () => {} });
afterAll(() => other.end({ timeout: 5 }));
beforeEach(empty);

const INTERVAL = 150;
const sleep = async (ms: number) => void (await wait(ms));
const turns = [sql, other].map((pool) => sharedHostTurn({ sql: pool, intervalMs: INTERVAL, sleep }));

it('two processes on a database ask a host one at a time, and no more often than one would', async () => {
  const starts: number[] = [];
  let open = 0;
  let most = 0;
  const request = async () => {
    starts.push(performance.now());
    open += 1;
    most = Math.max(most, open);
    await wait(20);
    open -= 1;
  };
  await Promise.all([0, 1, 0, 1].map((which) => turns[which]?.take('host.example', 5_000, request)));
  starts.sort((a, b) => a - b);
  expect(most).toBe(1);
  for (const [at, start] of starts.slice(1).entries()) expect(start - (starts[at] ?? 0)).toBeGreaterThan(INTERVAL - 10);
});

it('a host that asked for rest is left alone by both, other hosts are not', async () => {
  await turns[0]?.rest('host.example', 400);
  const began = performance.now();
  await turns[1]?.take('other.example', 5_000, async () => {});
  expect(performance.now() - began).toBeLessThan(300);
  await turns[1]?.take('host.example', 5_000, async () => {});
  expect(performance.now() - began).toBeGreaterThan(380);
});

it('a request that fails gives the turn back', async () => {
  await expect(
    turns[0]?.take('host.example', 5_000, async () => {
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  await turns[1]?.take('host.example', 5_000, async () => {});
});

it('a job runs in one process at a time', async () => {
  const first = withJobLock(sql, 'ingest', async () => {
    await wait(100);
    return 'done';
  });
  await wait(30);
  expect(await withJobLock(other, 'ingest', async () => 'done')).toBe('busy');
  expect(await first).toBe('done');
  expect(await withJobLock(other, 'ingest', async () => 'done')).toBe('done');
});

it('nobody waits for a turn longer than he would', async () => {
  await turns[0]?.rest('host.example', 60_000);
  await expect(turns[1]?.take('host.example', 500, async () => {})).rejects.toThrow('left alone for 1 minutes');
  const busy = turns[0]?.take('other.example', 500, () => wait(400));
  await wait(50);
  await expect(turns[1]?.take('other.example', 100, async () => {})).rejects.toThrow('busy');
  await busy;
});

import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runNode } from './command';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const gone = async (pid: number): Promise<boolean> => {
  for (let tries = 0; tries < 100 && isAlive(pid); tries++) await sleep(50);
  return !isAlive(pid);
};

// Starts a child of its own, prints its number, and stays.
const PARENT = `
  const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  console.log('child ' + child.pid);
`;
const childOf = (output: string): number => Number(/child (\d+)/.exec(output)?.[1]);

test('keeps what is printed, and the exit code', async () => {
  const script = "console.log('out'); console.error('err'); process.exit(3)";
  const ran = await runNode({ args: ['-e', script], signal: new AbortController().signal });
  expect(ran.code).toBe(3);
  expect(ran.output).toMatch(/out[\s\S]*err|err[\s\S]*out/);
});

test('an interrupt ends the whole group', async () => {
  const interrupt = new AbortController();
  const running = runNode({ args: ['-e', PARENT], signal: interrupt.signal });
  await sleep(1_000);
  interrupt.abort();
  const ran = await running;
  expect(await gone(childOf(ran.output))).toBe(true);
});

test('what a step forgot is ended with it', async () => {
  const script = `${PARENT.replace(']);', "], { stdio: 'inherit' });")} setTimeout(() => process.exit(0), 300);`;
  const ran = await runNode({ args: ['-e', script], signal: new AbortController().signal });
  expect(ran.code).toBe(0);
  expect(await gone(childOf(ran.output))).toBe(true);
});

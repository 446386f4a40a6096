import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../setup/test-database';
import { addressOf, newPlace, type Place } from './launcher';
import { startNode } from './node-process';

let place: Place;
beforeAll(async () => {
  place = await newPlace();
});
afterAll(() => place.remove());

// A build takes half a minute on a quiet machine, and several on a busy one.
const BUILD_MS = 600_000;

test('a build that is killed in the middle is made again, and then not any more', { timeout: BUILD_MS }, async () => {
  rmSync('.next/broadsheet-build', { force: true });
  const first = place.run('build');
  await first.until(/Building the pages/);
  // Next has emptied its folder: from here on the pages are being made.
  while (existsSync('.next/BUILD_ID') || !existsSync('.next/lock')) await sleep(20);
  await sleep(Math.random() * 3_000);
  await first.kill();
  expect(existsSync('.next/broadsheet-build')).toBe(false);
  const second = place.run('build');
  expect(await second.ended).toMatchObject({ code: 0 });
  expect(second.output()).toContain('Built.');
  const third = place.run('build');
  expect(await third.ended).toMatchObject({ code: 0 });
  expect(third.output()).toContain('up to date');
});

const page = async (address: string, path = '/papers'): Promise<Response> => fetch(`${address}${path}`);

describe('npm start', { timeout: BUILD_MS }, () => {
  test('fills an empty feed, says where to look, and stops with everything it started', async () => {
    const launcher = place.run('start');
    const address = await addressOf(launcher, BUILD_MS);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(launcher.output()).toMatch(/[1-9]\d* papers · data in/);
    const answer = await page(address);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('</html>');
    expect(await (await page(address, '/api/health')).json()).toMatchObject({
      status: 'ok',
      database: 'up',
      migrations: { state: 'current' },
    });
    expect(place.postmaster()).toBeDefined();
    launcher.child.kill('SIGTERM');
    expect(await launcher.ended).toEqual({ code: 0, signal: null });
    expect(place.postmaster()).toBeUndefined();
    expect(existsSync(join(place.dataDir, 'start.lock'))).toBe(false);
  });

  test('a second start tells of the first and leaves it alone; a taken port is told in a sentence', async () => {
    const first = place.run('start');
    const address = await addressOf(first);
    const second = place.run('start');
    expect(await second.ended).toMatchObject({ code: 3 });
    expect(second.output()).toContain(`runs at ${address} (process ${first.child.pid}) on the data folder`);
    expect((await page(address)).status).toBe(200);

    const other = await newPlace();
    const third = other.run('start', { PORT: new URL(address).port });
    expect(await third.ended).toMatchObject({ code: 4 });
    expect(third.output()).toMatch(
      /^error: Port \d+ of 127\.0\.0\.1 is in use by another program\. .*PORT=\d+ npm start\n$/,
    );
    await other.remove();

    first.child.kill('SIGINT');
    expect(await first.ended).toEqual({ code: 0, signal: null });
  });

  test('killed while it serves, the next start goes on with the same database', async () => {
    const first = place.run('start');
    await addressOf(first);
    const server = place.postmaster();
    await first.kill();
    expect(place.postmaster()).toBe(server);
    const second = place.run('start');
    const address = await addressOf(second);
    expect(place.postmaster()).toBe(server);
    expect((await page(address)).status).toBe(200);
    second.child.kill('SIGTERM');
    expect(await second.ended).toEqual({ code: 0, signal: null });
    expect(place.postmaster()).toBeUndefined();
  });

  test('killed at any moment of a first start, the next one makes it good', async () => {
    const fresh = await newPlace();
    for (const pattern of [/Making the database/, /Changing the database/, /asking arXiv|papers ·/]) {
      const launcher = fresh.run('start');
      await launcher.until(pattern, BUILD_MS);
      await sleep(Math.random() * 150);
      await launcher.kill();
    }
    const last = fresh.run('start');
    const address = await addressOf(last);
    expect(last.output()).toMatch(/[1-9]\d* papers/);
    expect((await page(address)).status).toBe(200);
    last.child.kill('SIGTERM');
    expect(await last.ended).toEqual({ code: 0, signal: null });
    await fresh.remove();
  });

  test('stopped while it is starting, it leaves nothing behind', async () => {
    for (const waitMs of [300, 900, 1_500]) {
      const launcher = place.run('start');
      await sleep(waitMs);
      launcher.child.kill('SIGTERM');
      const { code, signal } = await launcher.ended;
      expect(code === 0 || signal === 'SIGTERM').toBe(true);
      expect(place.postmaster()).toBeUndefined();
    }
  });

  test('without its database it says so at /api/health and goes on serving what it has', async () => {
    const launcher = place.run('start');
    const address = await addressOf(launcher);
    expect((await page(address)).status).toBe(200);
    process.kill(place.postmaster() ?? 0, 'SIGINT');
    for (let status = 200; status !== 503; await sleep(100)) status = (await page(address, '/api/health')).status;
    expect(await (await page(address, '/api/health')).json()).toMatchObject({ status: 'unready', database: 'down' });
    expect((await page(address)).status).toBe(200);
    launcher.child.kill('SIGTERM');
    expect(await launcher.ended).toEqual({ code: 0, signal: null });
  });

  test('a fault of the environment is told before anything is done', async () => {
    const fresh = await newPlace();
    const launcher = fresh.run('start', { PORT: 'x', BASE_URL: 'https://papers.example.org/feed' });
    expect(await launcher.ended).toMatchObject({ code: 1 });
    expect(launcher.output()).toMatch(/^error: PORT "x": .*\.\nBASE_URL .*\.\n$/);
    expect(existsSync(fresh.dataDir)).toBe(false);
    await fresh.remove();
  });
});

test('the plain next start serves the feed as well, with the same headers and a nonce for its scripts', {
  timeout: BUILD_MS,
}, async () => {
  const { url: databaseUrl } = await testDatabase();
  const args = ['node_modules/next/dist/bin/next', 'start', '--port', '0', '--hostname', '127.0.0.1'];
  const next = startNode(args, { DATABASE_URL: databaseUrl, BASE_URL: 'https://papers.example.org' });
  try {
    const [address] = await next.until(/http:\/\/127\.0\.0\.1:\d+/);
    const answers = [await page(address), await page(address)];
    const nonces = await Promise.all(
      answers.map(async (answer) => {
        expect(answer.status).toBe(200);
        expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        const nonce = /script-src 'self' 'nonce-([^']+)';/.exec(
          answer.headers.get('content-security-policy') ?? '',
        )?.[1];
        expect(await answer.text()).toContain(`nonce="${nonce}"`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
  } finally {
    await next.kill();
  }
});

import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { VARIABLES } from '../../lib/env';
import { closedPort } from './replay-server';

export type AppServer = { url: string; output: () => string; stop: () => Promise<void> };

const START_MS = 240_000;
const STOP_MS = 30_000;

/** Every variable at its default, whatever the developer has set, and none that leads to the network or to his data. */
async function isolated(dataDir: string): Promise<Record<string, string>> {
  const nowhere = await closedPort();
  return {
    ...Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, ''])),
    DATA_DIR: dataDir,
    PORT: '0',
    SCHEDULER: 'off',
    ARXIV_OAI_URL: nowhere,
    ARXIV_API_URL: nowhere,
    ARXIV_FEED_URL: nowhere,
    HUB_URL: nowhere,
  };
}

/** What `npm start` runs, on a data folder of its own and a free port; resolves once it answers. */
export async function startApp(over: Record<string, string> = {}): Promise<AppServer> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-app-'));
  // PostgreSQL runs as another user when the tests run as root.
  chmodSync(folder, 0o755);
  const child = spawn(process.execPath, ['lib/launcher/entry.mjs', 'start'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...(await isolated(join(folder, 'data'))), ...over },
  });
  let output = '';
  let health = 'not asked';
  const keep = (part: string): void => {
    output += part;
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const running = (): boolean => child.exitCode === null && child.signalCode === null;

  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(timer);
    rmSync(folder, { recursive: true, force: true });
  };

  for (const until = Date.now() + START_MS; running() && Date.now() < until; await sleep(100)) {
    const url = /https?:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
    if (!url) continue;
    health = await healthOf(url);
    if (health === '200') return { url, output: () => output, stop };
  }
  await stop();
  throw new Error(`The application did not get ready (/api/health: ${health}):\n${output}`);
}

const healthOf = (url: string): Promise<string> =>
  fetch(`${url}/api/health`).then(
    (response) => String(response.status),
    (error: unknown) => String(error),
  );

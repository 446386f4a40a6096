import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { VARIABLES } from '@/lib/env';
import { closedPort } from '../setup/replay-server';
import { freePort, type Running, run } from './process';

const NEXT = fileURLToPath(import.meta.resolve('next/dist/bin/next'));

/** Our defaults, whatever the developer has set, with no way out to the network. */
async function surroundings(over: Record<string, string>): Promise<Record<string, string>> {
  const nowhere = await closedPort();
  return {
    ...Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, ''])),
    ...{ ARXIV_OAI_URL: nowhere, ARXIV_API_URL: nowhere, ARXIV_FEED_URL: nowhere, HUB_URL: nowhere, SCHEDULER: 'off' },
    ...over,
  };
}

/** Makes sure that there is a build, so that no later figure holds one. */
export function build(): void {
  const { status } = spawnSync(process.execPath, ['lib/launcher/entry.mjs', 'build'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed.');
}

/** `npm start` on a data folder; resolves with the seconds until `path` was answered. */
export async function startOurs(dataDir: string, path: string): Promise<{ running: Running; seconds: number }> {
  const port = await freePort();
  const env = await surroundings({ DATA_DIR: dataDir, PORT: String(port) });
  const began = performance.now();
  const running = await run({ args: ['lib/launcher/entry.mjs', 'start'], port, path, env });
  return { running, seconds: (performance.now() - began) / 1000 };
}

/** Plain `next start` on the same build and database. */
export async function startNext(databaseUrl: string, path: string): Promise<{ running: Running; seconds: number }> {
  const port = await freePort();
  const secret = 'a-secret-for-the-benchmark-only-0123456789';
  const over = {
    DATABASE_URL: databaseUrl,
    BASE_URL: `http://127.0.0.1:${port}`,
    AUTH_SECRET: secret,
    CRON_SECRET: secret,
  };
  const env = { ...(await surroundings(over)), NODE_ENV: 'production' };
  const began = performance.now();
  const running = await run({ args: [NEXT, 'start', '-H', '127.0.0.1', '-p', String(port)], port, path, env });
  return { running, seconds: (performance.now() - began) / 1000 };
}

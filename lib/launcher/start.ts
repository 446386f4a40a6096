import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Env } from '../env';
import { env as readEnvironment, setEnv } from '../env';
import type { Log } from '../log';
import { accountNotes } from './account-notes';
import { endChildren } from './child';
import { openDoor } from './door';
import type { Lock } from './lock';
import { takeLock } from './lock';
import { startLock } from './open-database';
import { openForReaders } from './open-for-readers';
import { keepSecrets } from './secrets';
import { StartError } from './start-error';
import type { Stopper } from './stopper';

/** Another start has the data folder. */
export class RunningError extends StartError {
  override name = 'RunningError';
}

export type StartOptions = { root: string; dev: boolean; log: Log; stop: Stopper };

/** Everything that `npm start` and `npm run dev` do, until the address can be opened. */
export async function start({ root, dev, log, stop }: StartOptions): Promise<void> {
  const environment = readEnvironment();
  const dataDir = resolve(environment.DATA_DIR);
  const lock = await lockFolder(dataDir);
  await stop.onStop(lock.release);
  const https = environment.BASE_URL?.startsWith('https:') ?? false;
  const door = await openDoor({ host: environment.HOST, port: environment.PORT, https });
  await stop.onStop(() => void door.http.close());
  const baseUrl = environment.BASE_URL ?? `http://${nameOf(environment.HOST)}:${door.port}`;
  lock.describe(baseUrl);
  warnOf(environment, log);
  const secrets = keepSecrets(dataDir);
  setEnv({
    NODE_ENV: dev ? 'development' : 'production',
    BASE_URL: baseUrl,
    PORT: String(door.port),
    DATA_DIR: dataDir,
    CRON_SECRET: environment.CRON_SECRET ?? secrets.CRON_SECRET,
    AUTH_SECRET: environment.AUTH_SECRET ?? secrets.AUTH_SECRET,
  });
  await stop.onStop(endChildren);
  const papers = await openForReaders({ root, dev, log, stop, door });
  if (stop.stopping) return;
  for (const note of await accountNotes(readEnvironment())) log.info(note);
  const place = environment.DATABASE_URL === undefined ? `data in ${environment.DATA_DIR}` : 'data in DATABASE_URL';
  log.info(`${papers.toLocaleString('en')} papers · ${place} · Ctrl-C stops`);
  log.info(`${environment.SITE_NAME} is at ${baseUrl}`);
}

async function lockFolder(dataDir: string): Promise<Lock> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o755 : 0o700 });
  } catch (error) {
    throw new StartError(`DATA_DIR ${dataDir} cannot be made: ${error instanceof Error ? error.message : error}.`);
  }
  const taken = await takeLock(startLock(dataDir), 'starting');
  if ('lock' in taken) return taken.lock;
  const { pid, note } = taken.heldBy;
  const where = note === 'starting' ? 'is starting' : `runs at ${note}`;
  throw new RunningError(`Broadsheet ${where} (process ${pid}) on the data folder ${dataDir}. That one is left alone.`);
}

const EVERYWHERE = new Set(['0.0.0.0', '::']);

/** What to type into a browser on this machine for an address that is listened on. */
const nameOf = (host: string): string => (EVERYWHERE.has(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host);

function warnOf({ HOST, BASE_URL }: Env, log: Log): void {
  if (EVERYWHERE.has(HOST) && BASE_URL === undefined) {
    log.warn(
      `HOST ${HOST} opens the instance to the network. Set BASE_URL to its public address: links in mail and feeds need it.`,
    );
  }
}

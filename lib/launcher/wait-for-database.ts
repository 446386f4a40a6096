import { setTimeout as sleep } from 'node:timers/promises';
import { reachDatabase } from '../db/reach-database';
import type { Log } from '../log';
import { StartError } from './start-error';

// A database that starts beside us, as in a compose file, needs a while.
const PATIENCE_MS = 60_000;
const NOT_YET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  '57P03',
]);

type Options = { databaseUrl: string; log: Log; patienceMs?: number };

/** Returns once the operator's own database answers. Throws a sentence when it refuses us or stays away. */
export async function waitForDatabase({ databaseUrl, log, patienceMs = PATIENCE_MS }: Options): Promise<void> {
  const { host } = new URL(databaseUrl);
  for (const until = Date.now() + patienceMs; ; await sleep(500)) {
    const fault = await reachDatabase(databaseUrl);
    if (fault === undefined) return;
    if (!NOT_YET.has(fault.code))
      throw new StartError(`DATABASE_URL: the database at ${host} refuses: ${fault.message}.`);
    if (Date.now() > until)
      throw new StartError(`DATABASE_URL: no database answers at ${host} (${fault.message || fault.code}).`);
    if (!warned.has(host)) log.info(`Waiting for the database at ${host}…`);
    warned.add(host);
  }
}

const warned = new Set<string>();

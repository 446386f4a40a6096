import { join } from 'node:path';
import { migrate } from '../db/migrate';
import type { Env } from '../env';
import type { Log } from '../log';
import { startEmbeddedPostgres } from './embedded-postgres';
import { holderOf } from './lock';
import { waitForDatabase } from './wait-for-database';

export const startLock = (dataDir: string): string => join(dataDir, 'start.lock');

export type OpenDatabase = {
  url: string;
  /** Found running: somebody else uses it too. */
  adopted: boolean;
  /** For a start that is the owner: stops an embedded database. */
  stop(): Promise<void>;
  /** For a command beside it: stops an embedded database unless a start has it, or it ran before. */
  release(): Promise<void>;
};

type Options = { env: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>; log: Log };

/** The instance's database, whichever it is, reachable and at the schema of this code. */
export async function openDatabase({ env, log }: Options): Promise<OpenDatabase> {
  const database =
    env.DATABASE_URL === undefined ? await embedded(env.DATA_DIR, log) : await outside(env.DATABASE_URL, log);
  try {
    await migrate(database.url, { log });
  } catch (error) {
    await database.release();
    throw error;
  }
  return database;
}

async function outside(url: string, log: Log): Promise<OpenDatabase> {
  await waitForDatabase({ databaseUrl: url, log });
  return { url, adopted: true, stop: async () => {}, release: async () => {} };
}

async function embedded(dataDir: string, log: Log): Promise<OpenDatabase> {
  const { url, adopted, stop } = await startEmbeddedPostgres({ dataDir, log });
  const release = async (): Promise<void> => {
    const holder = await holderOf(startLock(dataDir));
    const ours = holder === undefined ? !adopted : holder.pid === process.pid;
    if (ours) await stop();
  };
  return { url, adopted, stop, release };
}

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { migrate } from '@/lib/db/migrate';
import { startEmbeddedPostgres } from '@/lib/launcher/embedded-postgres';
import { silentLog } from '@/lib/log';
import type { PaperId } from '@/src/papers';
import { aListing, storeListings } from '@/tests/factories/listing';
import { aPaper, storePapers } from '@/tests/factories/paper';
import type { AppServer } from '@/tests/setup/app-server';
import { startApp } from '@/tests/setup/app-server';

export const SECRET = 'a secret for tests, and long enough to be one';
const CRON_SECRET = 'a cron secret for tests';
/** The day that all test papers are listed on. */
export const DAY = '2026-01-06';

export type TwoProcesses = {
  sql: postgres.Sql;
  servers: readonly [AppServer, AppServer];
  /** Stores papers that are listed on the day. */
  addPapers(count: number): Promise<PaperId[]>;
  /** Stops PostgreSQL, waits, and starts it again on the same port. */
  restartDatabase(downMs: number): Promise<void>;
  stop(): Promise<void>;
};

/** Two processes of the built application, or one by both names, on an embedded PostgreSQL of their own. */
export async function startTwoProcesses({ alone = false } = {}): Promise<TwoProcesses> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-votes-'));
  chmodSync(folder, 0o755);
  const start = () => startEmbeddedPostgres({ dataDir: join(folder, 'data'), log: silentLog });
  let database = await start();
  const sql = postgres(database.url, { max: 4, onnotice: () => {}, backoff: () => 0.1 });
  await migrate(database.url, { log: silentLog });
  const addPapers = async (count: number): Promise<PaperId[]> => {
    const papers = Array.from({ length: count }, () => aPaper());
    await storePapers(sql, papers);
    await storeListings(
      sql,
      papers.map(({ id }) => aListing({ paper_id: id, day: DAY })),
    );
    return papers.map(({ id }) => id as PaperId);
  };
  // Without a paper the first start would look for some.
  await addPapers(1);
  const app = () => startApp({ DATABASE_URL: database.url, AUTH_SECRET: SECRET, CRON_SECRET });
  const started: AppServer[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((server) => server.stop()));
    await sql.end({ timeout: 5 });
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (let nth = 0; nth < (alone ? 1 : 2); nth++) started.push(await app());
  } catch (error) {
    await stop();
    throw error;
  }
  const [first, second = first] = started as [AppServer, AppServer?];
  return {
    sql,
    servers: [first, second],
    addPapers,
    restartDatabase: async (downMs) => {
      await database.stop();
      await new Promise((resolve) => setTimeout(resolve, downMs));
      database = await start();
    },
    stop,
  };
}

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { migrate } from '@/lib/db/migrate';
import { startEmbeddedPostgres } from '@/lib/launcher/embedded-postgres';
import { silentLog } from '@/lib/log';
import { aListing, storeListings } from '@/tests/factories/listing';
import { aPaper, storePapers } from '@/tests/factories/paper';
import type { AppServer } from '@/tests/setup/app-server';
import { startApp } from '@/tests/setup/app-server';
import { addPerson } from '@/tests/votes/people';
import { cookieHeader, openSession } from '@/tests/votes/session';

const SECRET = 'a secret for benches, and long enough to be one';
export const DAYS = ['2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09'] as const;
const PAPERS_A_DAY = 250;

export type BenchPerson = { id: string; cookie: string };
export type BenchWorld = {
  databaseUrl: string;
  sql: postgres.Sql;
  app: AppServer;
  papers: string[];
  people: BenchPerson[];
  stop(): Promise<void>;
};

/** One process of the built application on an embedded PostgreSQL with its usual durability, papers and signed-in people. */
export async function benchWorld({ people: count }: { people: number }): Promise<BenchWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'));
  chmodSync(folder, 0o755);
  const database = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log: silentLog });
  const sql = postgres(database.url, { max: 4, onnotice: () => {} });
  await migrate(database.url, { log: silentLog });
  const papers = DAYS.flatMap((day) => Array.from({ length: PAPERS_A_DAY }, () => ({ day, paper: aPaper() })));
  await storePapers(
    sql,
    papers.map(({ paper }) => paper),
  );
  await storeListings(
    sql,
    papers.map(({ day, paper }) => aListing({ paper_id: paper.id, day })),
  );
  await sql`ANALYZE`;
  const app = await startApp({ DATABASE_URL: database.url, AUTH_SECRET: SECRET }).catch(async (error: unknown) => {
    await sql.end({ timeout: 5 });
    await database.stop();
    throw error;
  });
  const people: BenchPerson[] = [];
  for (let n = 0; n < count; n++) {
    const { id } = await addPerson(sql);
    people.push({ id, cookie: cookieHeader(await openSession(sql, id, { url: app.url, secret: SECRET })) });
  }
  const stop = async (): Promise<void> => {
    await app.stop();
    await sql.end({ timeout: 5 });
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { databaseUrl: database.url, sql, app, papers: papers.map(({ paper }) => paper.id), people, stop };
}

import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { asAdministrator } from '@/lib/db/embedded-roles';
import { migrate } from '@/lib/db/migrate';
import { startEmbeddedPostgres } from '@/lib/launcher/embedded-postgres';
import { readState } from '@/lib/launcher/postgres/state';
import { silentLog } from '@/lib/log';

export type TestPostgres = { url: string; stop: () => Promise<void> };

// What a test stores need not outlive the machine. It must outlive PostgreSQL, which tests kill, so `synchronous_commit` stays on.
const HASTY = ['fsync = off', 'full_page_writes = off'];

async function makeHasty(dataDir: string, url: string): Promise<void> {
  const state = readState(dataDir);
  if (!state) throw new Error(`The database in ${dataDir} keeps no state.`);
  await asAdministrator(state, Number(new URL(url).port), async (sql) => {
    for (const setting of HASTY) await sql.unsafe(`ALTER SYSTEM SET ${setting}`);
    await sql`SELECT pg_reload_conf()`;
  });
}

/** Starts an embedded PostgreSQL on a folder of its own, which `stop` removes again. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-test-'));
  // PostgreSQL runs as another user when the tests run as root; the folder must let it through.
  chmodSync(folder, 0o755);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const dataDir = join(folder, 'data');
  let stop = async (): Promise<void> => remove();
  try {
    const server = await startEmbeddedPostgres({ dataDir, log: silentLog });
    stop = async () => {
      await server.stop();
      remove();
    };
    await makeHasty(dataDir, server.url);
    return { url: server.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

export const inDatabase = (url: string, database: string): string => {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
};

/** Runs one statement on a server, outside any transaction. */
export async function onServer(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Drops a database with whoever is still in it. Not `WITH (FORCE)`, which is refused to us while autovacuum, a superuser's process,
 * is in there; without it PostgreSQL sends autovacuum away itself.
 */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await onServer(serverUrl, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await onServer(
    serverUrl,
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '${name}' AND usename = current_user`,
  );
  await onServer(serverUrl, `DROP DATABASE ${name}`);
}

export const newName = (prefix: string): string => `${prefix}_${randomBytes(6).toString('hex')}`;

/** Makes a database with all migrations applied, to copy from. Returns its name. */
export async function makeTemplate(serverUrl: string): Promise<string> {
  const name = newName('template');
  await onServer(serverUrl, `CREATE DATABASE ${name}`);
  await migrate(inDatabase(serverUrl, name), { log: silentLog });
  return name;
}

import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { migrate } from '@/lib/db/migrate';
import { startEmbeddedPostgres } from '@/lib/launcher/embedded-postgres';
import { silentLog } from '@/lib/log';

export type TestPostgres = { url: string; stop: () => Promise<void> };

/** Starts an embedded PostgreSQL on a folder of its own, which `stop` removes again. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-test-'));
  // PostgreSQL runs as another user when the tests run as root; the folder must let it through.
  chmodSync(folder, 0o755);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const server = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log: silentLog });
    const stop = async (): Promise<void> => {
      await server.stop();
      remove();
    };
    return { url: server.url, stop };
  } catch (error) {
    remove();
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

export const newName = (prefix: string): string => `${prefix}_${randomBytes(6).toString('hex')}`;

/** Makes a database with all migrations applied, to copy from. Returns its name. */
export async function makeTemplate(serverUrl: string): Promise<string> {
  const name = newName('template');
  await onServer(serverUrl, `CREATE DATABASE ${name}`);
  await migrate(inDatabase(serverUrl, name), { log: silentLog });
  return name;
}

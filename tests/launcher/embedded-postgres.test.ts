import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '@/lib/launcher/embedded-postgres';
import { readPostmaster } from '@/lib/launcher/postgres/postmaster';
import { silentLog } from '@/lib/log';
import { type NodeProcess, startNode } from './node-process';

let folder = '';
let dataDir = '';
const started: NodeProcess[] = [];

// One folder for all tests of a block: making a database takes longer than anything that is tested on it.
const inFolder = (): void => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'broadsheet-postgres-'));
    chmodSync(folder, 0o755);
    dataDir = join(folder, 'data');
    table = 0;
  });
  afterEach(async () => {
    for (const { kill } of started.splice(0)) await kill();
    await stopLeftOver();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
};

let table = 0;
/** Writes a row into a table of its own; the answer reads it back. */
async function keepRow(url: string): Promise<(url: string) => Promise<unknown>> {
  const name = `kept_${++table}`;
  await query(url, (sql) => sql.unsafe(`CREATE TABLE ${name} AS SELECT 1 AS one`));
  return (later) => query(later, (sql) => sql.unsafe(`SELECT one FROM ${name}`));
}

const KEPT = [{ one: 1 }];

const isRoot = process.getuid?.() === 0;
const cluster = (): string => join(dataDir, 'postgres');

async function stopLeftOver(): Promise<void> {
  if (!existsSync(join(dataDir, 'postgres.json'))) return;
  const { stop } = await startEmbeddedPostgres({ dataDir, log: silentLog });
  await stop();
}

function hold(): NodeProcess {
  const holder = startNode(['--import', 'tsx', 'tests/launcher/hold-postgres.ts', dataDir]);
  started.push(holder);
  return holder;
}

async function ready(holder: NodeProcess): Promise<{ how: string; url: string }> {
  const [, how = '', url = ''] = await holder.until(/ready (\w+) (\S+)/, PATIENCE.timeout);
  return { how, url };
}

async function query<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const setting = (url: string, name: string): Promise<string> =>
  query(url, async (sql) => {
    const [row] = await sql<{ value: string }[]>`SELECT current_setting(${name}) AS value`;
    return row?.value ?? '';
  });

// Making a database takes seconds on a quiet machine, and half a minute on a busy one.
const PATIENCE = { timeout: 300_000 };

describe('a first start', PATIENCE, () => {
  inFolder();

  test('makes a UTF-8 database whose durability is on and which only we can enter', async () => {
    const server = await startEmbeddedPostgres({ dataDir, log: silentLog });
    const { url } = server;
    expect(server.adopted).toBe(false);
    expect(await setting(url, 'server_encoding')).toBe('UTF8');
    expect(await setting(url, 'fsync')).toBe('on');
    expect(await setting(url, 'synchronous_commit')).toBe('on');
    expect(await setting(url, 'full_page_writes')).toBe('on');
    expect(await setting(url, 'data_checksums')).toBe('on');
    expect(await setting(url, 'listen_addresses')).toBe('127.0.0.1');
    const upper = await query(url, (sql) => sql<{ text: string }[]>`SELECT upper('straße é') AS text`);
    expect(upper[0]?.text).toBe('STRAßE É');
    if (process.platform !== 'win32') expect(statSync(join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600);

    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(query(wrong.href, (sql) => sql`SELECT 1`)).rejects.toMatchObject({ code: '28P01' });
    const [role] = await query(
      url,
      (sql) => sql<{ rolsuper: boolean }[]>`SELECT rolsuper FROM pg_roles WHERE rolname = current_user`,
    );
    expect(role?.rolsuper).toBe(false);
    await server.stop();
    expect(readPostmaster(cluster())).toBeUndefined();
  });

  test('killed at any moment, it is made good by the next', async () => {
    rmSync(dataDir, { recursive: true });
    for (const pattern of [/Making the database/, /Making the database/, /ready/]) {
      const holder = hold();
      await holder.until(pattern, PATIENCE.timeout);
      await sleep(Math.random() * 400);
      await holder.kill();
    }
    const { url } = await ready(hold());
    expect(await setting(url, 'server_encoding')).toBe('UTF8');
    expect(readdirSync(dataDir).filter((name) => name.startsWith('postgres.new-'))).toEqual([]);
  });
});

describe('a later start', PATIENCE, () => {
  inFolder();

  test('adopts the server that a killed one left, with everything in it', async () => {
    const first = hold();
    const { url } = await ready(first);
    const row = await keepRow(url);
    await first.kill();
    const second = hold();
    expect(await ready(second)).toEqual({ how: 'adopted', url });
    expect(await row(url)).toEqual(KEPT);
    second.child.kill('SIGTERM');
    await second.until(/stopped/);
    expect(readPostmaster(cluster())).toBeUndefined();
    expect(await ready(hold())).toEqual({ how: 'started', url });
  });

  test('recovers what was committed when the server itself was killed', async () => {
    const first = hold();
    const { url } = await ready(first);
    const row = await keepRow(url);
    process.kill(readPostmaster(cluster())?.pid ?? 0, 'SIGKILL');
    await first.kill();
    const { url: again } = await ready(hold());
    expect(await row(again)).toEqual(KEPT);
  });

  test('is not fooled by a stale pid that another process has now', async () => {
    const server = await startEmbeddedPostgres({ dataDir, log: silentLog });
    const file = join(cluster(), 'postmaster.pid');
    const lines = readFileSync(file, 'utf8').split('\n');
    const postmaster = Number(lines[0]);
    process.kill(postmaster, 'SIGKILL');
    for (let gone = false; !gone; await sleep(20)) gone = !isAlive(postmaster);
    writeFileSync(file, [String(process.pid), ...lines.slice(1)].join('\n'));
    const again = await startEmbeddedPostgres({ dataDir, log: silentLog });
    expect(again.adopted).toBe(false);
    expect(await setting(again.url, 'port')).toBe(new URL(server.url).port);
    await again.stop();
  });

  test('takes another port when its own is in use, and keeps that one', async () => {
    const first = await startEmbeddedPostgres({ dataDir, log: silentLog });
    await first.stop();
    const port = Number(new URL(first.url).port);
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
    const second = await startEmbeddedPostgres({ dataDir, log: silentLog });
    expect(new URL(second.url).port).not.toBe(String(port));
    await second.stop();
    squatter.close();
    const third = await startEmbeddedPostgres({ dataDir, log: silentLog });
    expect(third.url).toBe(second.url);
    await third.stop();
  });

  test('sets a new password when the file that holds it was lost', async () => {
    const first = await startEmbeddedPostgres({ dataDir, log: silentLog });
    const row = await keepRow(first.url);
    rmSync(join(dataDir, 'postgres.json'));
    const second = await startEmbeddedPostgres({ dataDir, log: silentLog });
    expect(second.url).not.toBe(first.url);
    expect(await row(second.url)).toEqual(KEPT);
    await second.stop();
  });

  test('makes a new database where its folder was removed', async () => {
    await (await startEmbeddedPostgres({ dataDir, log: silentLog })).stop();
    rmSync(cluster(), { recursive: true });
    const server = await startEmbeddedPostgres({ dataDir, log: silentLog });
    expect(await setting(server.url, 'server_encoding')).toBe('UTF8');
    await server.stop();
  });

  test('two at once start one server', async () => {
    const [one, two] = await Promise.all([ready(hold()), ready(hold())]);
    expect(one.url).toBe(two.url);
    expect([one.how, two.how].sort()).toEqual(['adopted', 'started']);
  });

  test('says what is wrong with a folder that it cannot use', async () => {
    rmSync(dataDir, { recursive: true });
    mkdirSync(cluster(), { recursive: true });
    writeFileSync(join(cluster(), 'something'), '');
    await expect(startEmbeddedPostgres({ dataDir, log: silentLog })).rejects.toThrow(/holds no database/);
    writeFileSync(join(cluster(), 'PG_VERSION'), '9.6\n');
    if (isRoot) return;
    await expect(startEmbeddedPostgres({ dataDir, log: silentLog })).rejects.toThrow(/made by PostgreSQL 9\.6/);
  });
});

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

// Only root can start PostgreSQL as another user.
describe.runIf(isRoot)('as root', PATIENCE, () => {
  inFolder();

  test('in a folder that PostgreSQL’s user cannot enter the database goes elsewhere, and is found again', async () => {
    chmodSync(folder, 0o700);
    const lines: string[] = [];
    const log = { ...silentLog, info: (line: string) => void lines.push(line) };
    const first = await startEmbeddedPostgres({ dataDir, log });
    const home = String(JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')).home);
    expect(home).toMatch(/^\/var\/lib\/broadsheet\//);
    expect(lines.join('\n')).toContain(home);
    const row = await keepRow(first.url);
    await first.stop();
    const second = await startEmbeddedPostgres({ dataDir, log: silentLog });
    expect(await row(second.url)).toEqual(KEPT);
    const owner = statSync(join(home, 'postgres')).uid;
    expect(owner).not.toBe(0);
    await second.stop();
    rmSync(home, { recursive: true });
    rmSync(dataDir, { recursive: true });
  });
});

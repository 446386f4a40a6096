import postgres from 'postgres';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { MigrationError, migrate, migrationState } from '@/lib/db/migrate';
import { type Migration, readMigrations } from '@/lib/db/migrations';
import { silentLog } from '@/lib/log';
import { dropDatabase, inDatabase, newName, onServer } from '../setup/postgres';
import { startNode } from './node-process';

let name = '';
let url = '';
let sql: postgres.Sql;

beforeEach(async () => {
  name = newName('migrate');
  await onServer(inject('databaseServer'), `CREATE DATABASE ${name}`);
  url = inDatabase(inject('databaseServer'), name);
  sql = postgres(url, { max: 2, onnotice: () => {} });
});
afterEach(async () => {
  await sql.end({ timeout: 5 });
  await dropDatabase(inject('databaseServer'), name);
});

const own = readMigrations();
const made = (text: string, over: Partial<Migration> = {}): Migration => ({
  name: '20270101000000_add_thing',
  script: text,
  checksum: 'c'.repeat(64),
  ...over,
});
const run = (migrations: readonly Migration[] = own): Promise<string[]> => migrate(url, { log: silentLog, migrations });
const ledger = () => sql<{ migration_name: string }[]>`SELECT migration_name FROM _prisma_migrations ORDER BY 1`;

test('an empty database gets every migration once, and a second run does nothing', async () => {
  expect(await run()).toEqual(own.map(({ name }) => name));
  expect(await run()).toEqual([]);
  expect(await migrationState(sql)).toEqual({ state: 'current' });
});

test('the ledger is as Prisma keeps it', async () => {
  await run();
  const rows = await sql`SELECT * FROM _prisma_migrations ORDER BY migration_name`;
  expect(rows).toHaveLength(own.length);
  for (const [at, row] of rows.entries()) {
    expect(row).toMatchObject({ migration_name: own[at]?.name, checksum: own[at]?.checksum, applied_steps_count: 1 });
    expect(row).toMatchObject({ rolled_back_at: null, logs: null, finished_at: expect.any(Date) });
  }
});

test('four processes at once end with one application of each', { timeout: 60_000 }, async () => {
  const script = `import { migrate } from './lib/db/migrate.ts';
    import { silentLog } from './lib/log.ts';
    migrate(process.env.URL, { log: silentLog }).then((names) => console.log('applied ' + names.length + ' end'));`;
  const all = Array.from({ length: 4 }, () =>
    startNode(['--import', 'tsx', '--input-type=module', '-e', script], { URL: url }),
  );
  const counts = await Promise.all(all.map(async ({ until }) => Number((await until(/applied (\d+) end/))[1])));
  expect(counts.reduce((sum, count) => sum + count)).toBe(own.length);
  expect(await ledger()).toHaveLength(own.length);
});

test('a failing migration leaves nothing behind, says which and why, and is tried again', async () => {
  await run();
  const broken = made('CREATE TABLE half (id int); SELECT no_such_function();');
  await expect(run([...own, broken])).rejects.toThrow(
    /20270101000000_add_thing failed.*no_such_function.*Nothing of it was kept/s,
  );
  expect(await sql`SELECT to_regclass('half') AS there`).toEqual([{ there: null }]);
  expect(await run([...own, made('CREATE TABLE half (id int);')])).toEqual(['20270101000000_add_thing']);
});

test('an edited migration stops the start', async () => {
  await run();
  const edited = own.map((migration, at) =>
    at === 0 ? { ...migration, script: '-- other', checksum: 'd'.repeat(64) } : migration,
  );
  await expect(run(edited)).rejects.toThrow(MigrationError);
  await expect(run(edited)).rejects.toThrow(/was edited after it was applied/);
  expect(await migrationState(sql, edited)).toMatchObject({ state: 'mismatch' });
});

test('other line ends are no edit', async () => {
  const windows = own.map((migration) => ({
    ...migration,
    script: migration.script.replaceAll('\n', '\r\n'),
    checksum: 'e'.repeat(64),
  }));
  await run();
  expect(await run(windows)).toEqual([]);
});

test('a database that is newer than the code stops the start', async () => {
  await run([...own, made('CREATE TABLE newer (id int);')]);
  await expect(run()).rejects.toThrow(/database is newer than this code.*20270101000000_add_thing/);
});

test('a migration that Prisma left unfinished stops the start, one that was rolled back does not', async () => {
  await run();
  const add = made('CREATE TABLE thing (id int);');
  await sql`INSERT INTO _prisma_migrations (id, checksum, migration_name, logs) VALUES ('1', ${add.checksum}, ${add.name}, 'ERROR')`;
  await expect(run([...own, add])).rejects.toThrow(/failed or was broken off.*prisma migrate resolve/s);
  await sql`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE id = '1'`;
  expect(await run([...own, add])).toEqual([add.name]);
});

test('a database with somebody else’s tables is left alone', async () => {
  await sql`CREATE TABLE invoices (id int)`;
  await expect(run()).rejects.toThrow(/not Broadsheet's \(invoices\)/);
  expect(await sql`SELECT to_regclass('papers') AS there`).toEqual([{ there: null }]);
});

test('what is still to run is told', async () => {
  await run();
  expect(await migrationState(sql, [...own, made('SELECT 1')])).toEqual({
    state: 'pending',
    migrations: ['20270101000000_add_thing'],
  });
});

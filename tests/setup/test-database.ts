import postgres from 'postgres';
import { afterAll, inject } from 'vitest';
import { dropDatabase, inDatabase, newName, onServer } from './postgres';

export type TestDatabase = {
  url: string;
  sql: postgres.Sql;
  /** Removes all rows, for the next test of the same file. */
  empty: () => Promise<void>;
};

const open: { name: string; sql: postgres.Sql }[] = [];

// Registered as the file is loaded: a hook cannot be added from inside a test.
afterAll(async () => {
  for (const { name, sql } of open.splice(0)) {
    await sql.end({ timeout: 5 });
    await dropDatabase(inject('databaseServer'), name);
  }
});

/** A migrated, empty database of the caller's own, dropped when the test file ends. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = newName('test');
  const server = inject('databaseServer');
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${inject('databaseTemplate')}`);
  const url = inDatabase(server, name);
  const sql = postgres(url, { max: 4, onnotice: () => {} });
  open.push({ name, sql });
  return { url, sql, empty: () => emptyTables(sql) };
}

async function emptyTables(sql: postgres.Sql): Promise<void> {
  const tables = await sql<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  if (tables.length > 0) await sql.unsafe(`TRUNCATE ${tables.map((row) => row.name).join(', ')} RESTART IDENTITY`);
}

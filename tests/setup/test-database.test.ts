import { expect, test } from 'vitest';
import { testDatabase } from './test-database';

test('a test database has the migrated tables and no rows', async () => {
  const { sql } = await testDatabase();
  const [row] = await sql<{ papers: number }[]>`SELECT count(*)::int AS papers FROM papers`;
  expect(row?.papers).toBe(0);
});

test('two test databases do not see each other', async () => {
  const [one, two] = [await testDatabase(), await testDatabase()];
  const insert = (sql: typeof one.sql) =>
    sql`INSERT INTO ingest_cursors (source, scope, state) VALUES ('a', 'b', '{}')`;
  await insert(one.sql);
  expect((await two.sql`SELECT 1 FROM ingest_cursors`).length).toBe(0);
  await insert(two.sql);
});

test('emptying removes the rows and keeps the record of migrations', async () => {
  const { sql, empty } = await testDatabase();
  await sql`INSERT INTO ingest_cursors (source, scope, state) VALUES ('a', 'b', '{}')`;
  await empty();
  expect((await sql`SELECT 1 FROM ingest_cursors`).length).toBe(0);
  expect((await sql`SELECT 1 FROM _prisma_migrations`).length).toBeGreaterThan(0);
});

import type postgres from 'postgres';
import type { Migration } from './migrations';
import { matches } from './migrations';

/** A fault of the database or its migrations that the operator has to mend; the message is a sentence for him. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

type Row = { migration_name: string; checksum: string; finished: boolean };
type Sql = postgres.Sql | postgres.ReservedSql | postgres.TransactionSql;

/** Prisma's table as Prisma makes it, so that `prisma migrate deploy` works on the same database. */
export const createLedger = (sql: Sql): Promise<unknown> => sql`
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/** What was applied and not rolled back, or undefined where no migration ever ran. */
export async function readLedger(sql: Sql): Promise<Row[] | undefined> {
  const [found] = await sql<{ there: boolean }[]>`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`;
  if (!found?.there) return undefined;
  return sql<Row[]>`
    SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
    FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`;
}

/** Which migrations are still to run. Throws `MigrationError` when code and database do not belong together. */
export function pendingOf(migrations: readonly Migration[], ledger: readonly Row[]): Migration[] {
  for (const row of ledger) {
    const own = migrations.find(({ name }) => name === row.migration_name);
    if (!own) {
      throw new MigrationError(
        `The database is newer than this code: it has the migration ${row.migration_name}, which is not in prisma/migrations. ` +
          'Update the code, or use the database that belongs to it.',
      );
    }
    if (!row.finished) {
      throw new MigrationError(
        `The migration ${row.migration_name} failed or was broken off. Restore a backup, or mend the database by hand and ` +
          `mark it with "prisma migrate resolve --applied ${row.migration_name}" (or --rolled-back).`,
      );
    }
    if (!matches(own, row.checksum)) {
      throw new MigrationError(
        `The migration ${row.migration_name} was edited after it was applied. Restore its file (git checkout prisma/migrations) ` +
          'and put the change into a new migration.',
      );
    }
  }
  return migrations.filter(({ name }) => !ledger.some((row) => row.migration_name === name));
}

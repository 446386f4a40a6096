import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import type { Log } from '../log';
import { createLedger, MigrationError, pendingOf, readLedger } from './ledger';
import type { Migration } from './migrations';
import { readMigrations } from './migrations';

export { MigrationError } from './ledger';

// Prisma's own number, so that `prisma migrate deploy` and we keep out of each other's way.
const LOCK = 72_707_369;
const OLDEST = 15;

type Options = { log: Log; migrations?: readonly Migration[] };

/**
 * Brings the database to the schema of this code: every migration in order, each in a transaction of its own, under an
 * advisory lock, so that starts at the same time apply each once. Returns the names applied. Throws `MigrationError`
 * with a sentence when a migration fails, was edited, or the database is newer than the code or older than PostgreSQL 15.
 */
export async function migrate(databaseUrl: string, { log, migrations = readMigrations() }: Options): Promise<string[]> {
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 10, fetch_types: false, onnotice: () => {} });
  try {
    await refuseOld(sql);
    const ledger = await readLedger(sql);
    if (ledger && pendingOf(migrations, ledger).length === 0) return [];
    return await applyAll(sql, migrations, log);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function refuseOld(sql: postgres.Sql): Promise<void> {
  const [row] = await sql<{ version: number }[]>`SELECT current_setting('server_version_num')::int / 10000 AS version`;
  if (row && row.version < OLDEST) {
    throw new MigrationError(
      `The database is PostgreSQL ${row.version}; Broadsheet needs PostgreSQL ${OLDEST} or newer.`,
    );
  }
}

async function applyAll(sql: postgres.Sql, migrations: readonly Migration[], log: Log): Promise<string[]> {
  const [free] = await sql<{ got: boolean }[]>`SELECT pg_try_advisory_lock(${LOCK}::bigint) AS got`;
  if (!free?.got) {
    log.info('Waiting for another start that is changing the database…');
    await sql`SELECT pg_advisory_lock(${LOCK}::bigint)`;
  }
  try {
    if ((await readLedger(sql)) === undefined) {
      await refuseForeign(sql);
      await createLedger(sql);
    }
    const pending = pendingOf(migrations, (await readLedger(sql)) ?? []);
    for (const migration of pending) {
      log.info(`Changing the database: ${migration.name}`);
      await apply(sql, migration);
    }
    return pending.map(({ name }) => name);
  } finally {
    await sql`SELECT pg_advisory_unlock(${LOCK}::bigint)`.catch(() => {});
  }
}

// Tables that an extension brought, such as PostGIS's, are nobody's data.
async function refuseForeign(sql: postgres.Sql): Promise<void> {
  const tables = await sql<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY 1 LIMIT 3`;
  if (tables.length === 0) return;
  const names = tables.map(({ name }) => name).join(', ');
  throw new MigrationError(
    `The database holds tables that are not Broadsheet's (${names}). Make an empty database and name it in DATABASE_URL.`,
  );
}

// All or nothing: the script and its row in the ledger commit together, so a failure leaves nothing to clean up.
async function apply(sql: postgres.Sql, migration: Migration): Promise<void> {
  try {
    await sql.begin(async (tx) => {
      await tx.unsafe(migration.script);
      await tx`
        INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
        VALUES (${randomUUID()}, ${migration.checksum}, clock_timestamp(), ${migration.name}, now(), 1)`;
    });
  } catch (error) {
    if (!(error instanceof postgres.PostgresError)) throw error;
    const place = error.position ? ` at character ${error.position}` : '';
    throw new MigrationError(
      `The migration ${migration.name} failed${place}: ${error.message}. Nothing of it was kept; the database is as it was before.`,
    );
  }
}

export type MigrationState =
  | { state: 'current' }
  | { state: 'pending'; migrations: string[] }
  | { state: 'mismatch'; message: string };

/** How the database stands to this code. Throws when it cannot be reached. */
export async function migrationState(
  sql: postgres.Sql,
  migrations: readonly Migration[] = readMigrations(),
): Promise<MigrationState> {
  try {
    const pending = pendingOf(migrations, (await readLedger(sql)) ?? []);
    return pending.length === 0
      ? { state: 'current' }
      : { state: 'pending', migrations: pending.map(({ name }) => name) };
  } catch (error) {
    if (error instanceof MigrationError) return { state: 'mismatch', message: error.message };
    throw error;
  }
}

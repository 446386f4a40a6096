import type { Migration } from '@/lib/db/migrations';
import { withSchemaEngine } from './schema-engine';

const PROVIDER = { path: 'migration_lock.toml', content: 'provider = "postgresql"' };

/** What a set of migrations leaves to be done for `schema.prisma` to be true, as SQL; undefined when nothing. */
export async function differenceOf(options: {
  serverUrl: string;
  migrations: readonly Migration[];
  schema: string;
}): Promise<string | undefined> {
  const migrationDirectories = options.migrations.map(({ name, script }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: script } },
  }));
  const result = await withSchemaEngine(options.serverUrl, (engine) =>
    engine.diff({
      from: { tag: 'migrations', baseDir: '/', lockfile: PROVIDER, shadowDbInitScript: '', migrationDirectories },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: options.schema }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return result.exitCode === 0 ? undefined : (result.stdout ?? '').trim();
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Migration = { name: string; script: string; checksum: string };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A checkout with other line ends is not an edit; Prisma's own engine allows for both as well. */
export function matches(migration: Migration, checksum: string): boolean {
  const unix = migration.script.replaceAll('\r\n', '\n');
  return [migration.checksum, sha256(unix), sha256(unix.replaceAll('\n', '\r\n'))].includes(checksum);
}

/** The migrations that this version of the code brings, in order. Every command of ours runs in the project's folder. */
export function readMigrations(folder = 'prisma/migrations'): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const script = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, script, checksum: sha256(script) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

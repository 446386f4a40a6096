import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrations } from '@/lib/db/migrations';
import { startTestPostgres } from '../setup/postgres';
import { differenceOf } from './difference';

// npm run migration -- add_reading_lists: writes what schema.prisma has and the migrations lack.

const fail = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};

const name = process.argv[2] ?? '';
if (!/^[a-z]+(_[a-z0-9]+)+$/.test(name))
  fail('Name the migration by a verb and nouns, such as: npm run migration -- add_reading_lists');

const server = await startTestPostgres();
const stop = (): void => void server.stop().finally(() => process.exit(130));
process.once('SIGINT', stop).once('SIGTERM', stop);
const migrations = readMigrations();
const schema = readFileSync('prisma/schema.prisma', 'utf8');
const difference = await differenceOf({ serverUrl: server.url, migrations, schema }).finally(() => server.stop());

if (difference === undefined) {
  console.log('The migrations already lead to schema.prisma; nothing was written.');
  process.exit(0);
}
// Order is by name, and a clock may stand before the last migration's.
const now = Number(new Date().toISOString().replace(/\D/g, '').slice(0, 14));
const last = Number(migrations.at(-1)?.name.slice(0, 14) ?? 0);
const folder = join('prisma', 'migrations', `${Math.max(now, last + 1)}_${name}`);
const path = join(folder, 'migration.sql');
mkdirSync(folder);
writeFileSync(path, `-- TODO: say here why this change is made.\n\n${difference}\n`, { flag: 'wx' });
console.log(
  `Wrote ${path}. Give its first line the reason, and add what Prisma cannot know (CHECK constraints, data).`,
);
if (/SET DEFAULT/.test(difference))
  console.log('A generated column takes no SET DEFAULT: drop it and add it again with GENERATED ALWAYS AS (…) STORED.');
process.exit(0);

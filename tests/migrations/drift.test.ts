import { readFileSync } from 'node:fs';
import { describe, expect, inject, test } from 'vitest';
import type { Migration } from '@/lib/db/migrations';
import { readMigrations } from '@/lib/db/migrations';
import { differenceOf } from './difference';

const schema = readFileSync('prisma/schema.prisma', 'utf8');
const migrations = readMigrations();
const serverUrl = inject('databaseServer');

const difference = (over: { migrations?: readonly Migration[]; schema?: string }) =>
  differenceOf({ serverUrl, migrations, schema, ...over });

const edited = (from: string | RegExp, to: string): string => {
  const text = schema.replace(from, to);
  expect(text).not.toBe(schema);
  return text;
};

test('the migrations, applied to an empty database, lead to schema.prisma', async () => {
  expect(await difference({})).toBeUndefined();
});

test('every migration says on its first line why it is there', () => {
  for (const { name, script } of migrations) {
    expect(name, 'folders are named <timestamp>_<verb_noun>').toMatch(/^\d{14}_[a-z]+(_[a-z0-9]+)+$/);
    expect(script.split('\n')[0], name).toMatch(/^-- (?!TODO)\S.{10,}/);
  }
});

describe('the check notices', () => {
  test('a column that no migration makes', async () => {
    const found = await difference({ schema: edited(/^model Paper \{$/m, 'model Paper {\n  shelf String?') });
    expect(found).toMatch(/ALTER TABLE "papers" ADD COLUMN\s+"shelf" TEXT/);
  });

  test('a table that schema.prisma does not have', async () => {
    const extra = { name: '29990101000000_add_shelf', script: 'CREATE TABLE shelf (id int PRIMARY KEY)', checksum: '' };
    expect(await difference({ migrations: [...migrations, extra] })).toMatch(/DROP TABLE "shelf"/);
  });

  test('a column that became nullable', async () => {
    const extra = {
      name: '29990101000000_loosen',
      script: 'ALTER TABLE papers ALTER title DROP NOT NULL',
      checksum: '',
    };
    expect(await difference({ migrations: [...migrations, extra] })).toMatch(/"title" SET NOT NULL/);
  });

  test('an index that went missing', async () => {
    const extra = { name: '29990101000000_drop', script: 'DROP INDEX listings_paper_id_day_idx', checksum: '' };
    expect(await difference({ migrations: [...migrations, extra] })).toMatch(
      /CREATE INDEX "listings_paper_id_day_idx"/,
    );
  });

  test.each(['votes', 'trending'])('another expression of the generated column %s', async (column) => {
    const other = edited(new RegExp(`^(\\s+${column}\\s.*dbgenerated\\(").*("\\)\\).*)$`, 'm'), '$1(1 + 1)$2');
    expect(await difference({ schema: other })).toMatch(new RegExp(`"${column}" SET DEFAULT`));
  });

  test('semicolons inside a function do not split a migration', async () => {
    const script = "CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM ';'; RETURN 1; END $$;";
    const extra = { name: '29990101000000_add_function', script, checksum: '' };
    expect(await difference({ migrations: [...migrations, extra] })).toBeUndefined();
  });
});

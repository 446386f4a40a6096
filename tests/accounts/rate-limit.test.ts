import { beforeEach, expect, test } from 'vitest';
import { forgetSpentLimits, limit } from '@/lib/db/rate-limit';
import type { TestDatabase } from '@/tests/setup/test-database';
import { testDatabase } from '@/tests/setup/test-database';

let db: TestDatabase;
beforeEach(async () => {
  db ??= await testDatabase();
  await db.empty();
});

const five = { key: 'sign-in:ada@example.org', max: 5, perSeconds: 900 };

test('five pass, the sixth is told how long to wait', async () => {
  for (let n = 0; n < 5; n++) expect(await limit(db.sql, five)).toEqual({ allowed: true });
  const sixth = await limit(db.sql, five);
  expect(sixth).toMatchObject({ allowed: false });
  expect(sixth).toHaveProperty('retryAfter');
  if (!sixth.allowed) expect(sixth.retryAfter).toBeGreaterThan(170);
  if (!sixth.allowed) expect(sixth.retryAfter).toBeLessThanOrEqual(180);
});

test('of forty at the same time exactly five pass', async () => {
  const all = await Promise.all(Array.from({ length: 40 }, () => limit(db.sql, five)));
  expect(all.filter((one) => one.allowed)).toHaveLength(5);
});

test('keys do not touch one another', async () => {
  for (let n = 0; n < 6; n++) await limit(db.sql, five);
  expect(await limit(db.sql, { ...five, key: 'sign-in:bob@example.org' })).toEqual({ allowed: true });
});

test('one comes back after its share of the time', async () => {
  for (let n = 0; n < 6; n++) await limit(db.sql, five);
  await db.sql`UPDATE rate_limits SET free_at = free_at - interval '180 seconds'`;
  expect(await limit(db.sql, five)).toEqual({ allowed: true });
  expect(await limit(db.sql, five)).toMatchObject({ allowed: false });
});

test('a key is kept while it limits, and forgotten afterwards', async () => {
  await limit(db.sql, five);
  await forgetSpentLimits(db.sql);
  expect(await db.sql`SELECT 1 FROM rate_limits`).toHaveLength(1);
  await db.sql`UPDATE rate_limits SET free_at = now() - interval '1 second'`;
  await forgetSpentLimits(db.sql);
  expect(await db.sql`SELECT 1 FROM rate_limits`).toHaveLength(0);
});

test('the table does not hold the address', async () => {
  await limit(db.sql, five);
  const [row] = await db.sql<{ key: string }[]>`SELECT key FROM rate_limits`;
  expect(row?.key).toMatch(/^[0-9a-f]{64}$/);
});

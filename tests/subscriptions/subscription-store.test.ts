import { beforeAll, describe, expect, test } from 'vitest';
import { accountStore } from '@/lib/db/accounts-store';
import { subscriptionStore } from '@/lib/db/subscription-store';
import { upkeep } from '@/lib/db/upkeep';
import { DEFAULT_PREFERENCES } from '@/src/subscriptions';
import { addPerson } from '@/tests/votes/people';
import type { TestDatabase } from '../setup/test-database';
import { testDatabase } from '../setup/test-database';
import { subscriptionStoreContract } from './subscription-store-contract';

const DAY_MS = 86_400_000;
const now = new Date();
const token = (letter: string, at = now) => ({
  hash: letter.repeat(64),
  expiresAt: new Date(at.getTime() + 2 * DAY_MS),
});
const due = { preferences: DEFAULT_PREFERENCES, nextDueAt: now, coveredFrom: now, now };

let db: TestDatabase;
// Quicker than to truncate every table there is.
const empty = async (): Promise<void> => {
  for (const table of ['subscribers', 'suppressions', 'users']) await db.sql`DELETE FROM ${db.sql(table)}`;
};
beforeAll(async () => {
  db = await testDatabase();
});

const ask = (letter: string, { address = 'ada@example.org', at = now } = {}) =>
  subscriptionStore(db.sql).ask({
    ...{ address, key: address, preferences: DEFAULT_PREFERENCES, token: token(letter, at), perDay: 3, now: at },
  });
const addresses = async (): Promise<string[]> =>
  (await db.sql<{ email: string }[]>`SELECT email FROM subscribers ORDER BY email`).map(({ email }) => email);

subscriptionStoreContract('PostgreSQL', async () => {
  await empty();
  return {
    store: subscriptionStore(db.sql),
    async addAccount(email, { verified = true } = {}) {
      const { id } = await addPerson(db.sql);
      await db.sql`UPDATE users SET email = ${email}, email_verified = ${verified} WHERE id = ${id}`;
      return id;
    },
  };
});

describe('at once', () => {
  test('twenty requests for one address make one subscriber and three links', async () => {
    await empty();
    const letters = [...'0123456789abcdef'];
    const kinds = await Promise.all(letters.map(async (letter) => (await ask(letter)).kind));
    expect(kinds.filter((kind) => kind === 'confirm')).toHaveLength(3);
    expect(await addresses()).toEqual(['ada@example.org']);
  });

  test('a link that is pressed ten times is used once', async () => {
    await empty();
    await ask('a');
    const store = subscriptionStore(db.sql);
    const used = await Promise.all(Array.from({ length: 10 }, () => store.confirm('a'.repeat(64), due)));
    expect(used.filter(Boolean)).toHaveLength(1);
  });
});

test('with an account goes its subscription, also one from before it, and the export has it', async () => {
  await empty();
  const [ada, bob] = [await addPerson(db.sql), await addPerson(db.sql)];
  const store = subscriptionStore(db.sql);
  await ask('a', { address: `${ada.handle}@example.org` });
  await store.subscribeUser(bob.id, due);
  const accounts = accountStore(db.sql);
  expect(await accounts.exportOf(bob.id)).toMatchObject({ subscription: { email: `${bob.handle}@example.org` } });
  for (const { id } of [ada, bob]) await accounts.deleteAccount(id);
  expect(await addresses()).toEqual([]);
});

test('upkeep forgets who never confirmed within a week, and spent links, but nobody else', async () => {
  await empty();
  const store = subscriptionStore(db.sql);
  const long = new Date(now.getTime() - 8 * DAY_MS);
  await ask('a', { address: 'old@example.org', at: long });
  await ask('b', { address: 'asked-again@example.org', at: long });
  await ask('c', { address: 'asked-again@example.org' });
  await ask('d', { address: 'reader@example.org', at: long });
  await store.confirm('d'.repeat(64), { ...due, now: long });
  expect(await upkeep(db.sql)).toContain('3 spent links');
  expect(await addresses()).toEqual(['asked-again@example.org', 'reader@example.org']);
  expect(await db.sql`SELECT hash FROM subscriber_tokens`).toHaveLength(1);
});

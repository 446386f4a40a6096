import type { BrowserContext } from '@playwright/test';
import postgres from 'postgres';
import type { Role } from '@/src/accounts';
import { startApp } from '@/tests/setup/app-server';
import { startTestPostgres } from '@/tests/setup/postgres';
import { addPerson, type TestPerson } from '@/tests/votes/people';
import { openSession } from '@/tests/votes/session';
import { test as base } from './fixtures';

export { expect, expectAccessible } from './fixtures';

const SECRET = 'a secret for end-to-end tests, and long enough';

/** An application whose database the test can reach: for people of every age and role, and for what nobody can type. */
export type Instance = {
  url: string;
  databaseUrl: string;
  sql: postgres.Sql;
  /** Somebody who has been here since January, unless `createdAt` says otherwise. */
  person(role?: Role, over?: { createdAt?: Date }): Promise<TestPerson>;
  signIn(context: BrowserContext, person: TestPerson, url?: string): Promise<void>;
};

async function startInstance(): Promise<Instance & { stop(): Promise<void> }> {
  const database = await startTestPostgres();
  const app = await startApp({ DATABASE_URL: database.url, AUTH_SECRET: SECRET }).catch(async (error: unknown) => {
    await database.stop();
    throw error;
  });
  const sql = postgres(database.url, { max: 4, onnotice: () => {} });
  return {
    url: app.url,
    databaseUrl: database.url,
    sql,
    async person(role = 'member', over = {}) {
      const person = await addPerson(sql, over);
      await sql`UPDATE users SET role = ${role} WHERE id = ${person.id}`;
      return person;
    },
    async signIn(context, person, url = app.url) {
      const cookies = await openSession(sql, person.id, { url, secret: SECRET });
      await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url })));
    },
    async stop() {
      await sql.end({ timeout: 5 });
      await app.stop();
      await database.stop();
    },
  };
}

/** Starts another process on the same database, with other settings. */
export const startBeside = (instance: Instance, over: Record<string, string>) =>
  startApp({ DATABASE_URL: instance.databaseUrl, AUTH_SECRET: SECRET, ...over });

/** Tests on an application of their own, one for each worker. */
export const test = base.extend<object, { instance: Instance }>({
  instance: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted.
    async ({}, use) => {
      const instance = await startInstance();
      await use(instance);
      await instance.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ instance }, use) => use(instance.url),
});

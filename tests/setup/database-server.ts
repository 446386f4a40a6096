import type { TestProject } from 'vitest/node';
import type { TestPostgres } from './postgres';
import { makeTemplate, startTestPostgres } from './postgres';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string;
    databaseTemplate: string;
  }
}

let own: TestPostgres | undefined;

const interrupted = (): void => {
  void own?.stop().finally(() => process.exit(130));
};

/**
 * Vitest's global set-up for tests that need PostgreSQL: one server, and a migrated database to copy from.
 * `npm test` starts the server itself and hands its address on, so that nothing outlives an interrupted run.
 */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env['TEST_DATABASE_SERVER'];
  if (!given) {
    own = await startTestPostgres();
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  }
  const url = given ?? own?.url ?? '';
  project.provide('databaseServer', url);
  project.provide('databaseTemplate', await makeTemplate(url));
}

export async function teardown(): Promise<void> {
  process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  await own?.stop();
}

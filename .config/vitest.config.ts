import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const alias = { '@': root };
const quiet = './tests/setup/quiet-console.ts';
// What holds the project itself to its rules, and needs no database.
const rules = ['architecture', 'layout', 'readme', 'run'].map((folder) => `tests/${folder}/**/*.test.ts`);
const drift = ['tests/migrations/**/*.test.ts'];
// Breaks a build off and makes it again, so nothing else may be using it.
const launcher = ['tests/launcher/**/*.test.ts'];

const project = (name: string, test: Record<string, unknown>) => ({
  root,
  resolve: { alias },
  // Long, for machines on which other work is done too.
  test: { name, root, setupFiles: [quiet], testTimeout: 60_000, ...test },
});

const server = { globalSetup: ['./tests/setup/database-server.ts'], hookTimeout: 120_000, testTimeout: 120_000 };

export default defineConfig({
  root,
  test: {
    root,
    // A .only that slipped through would hide the rest of the suite.
    allowOnly: false,
    restoreMocks: true,
    projects: [
      // Modules are loaded once a worker, not once a file: a third of the time. Unit tests share no state but what they import.
      project('unit', {
        include: ['src/**/*.test.ts', 'lib/**/*.test.ts', 'components/**/*.test.{ts,tsx}'],
        isolate: false,
      }),
      project('architecture', { include: rules }),
      project('drift', { include: drift, ...server }),
      project('launcher', { include: launcher, maxWorkers: 1, sequence: { groupOrder: 1 }, ...server }),
      project('database', {
        include: ['tests/**/*.test.ts'],
        exclude: [...rules, ...drift, ...launcher],
        // They wait for PostgreSQL and for processes as often as they compute.
        maxWorkers: 2,
        sequence: { groupOrder: 2 },
        ...server,
      }),
    ],
  },
});

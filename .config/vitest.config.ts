import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const alias = { '@': root };
const quiet = './tests/setup/quiet-console.ts';
// What holds the project itself to its rules, and needs no database.
const rules = ['architecture', 'layout', 'readme', 'run'].map((folder) => `tests/${folder}/**/*.test.ts`);
const drift = ['tests/migrations/**/*.test.ts'];

const project = (name: string, test: Record<string, unknown>) => ({
  root,
  resolve: { alias },
  test: { name, root, setupFiles: [quiet], testTimeout: 10_000, ...test },
});

const server = { globalSetup: ['./tests/setup/database-server.ts'], hookTimeout: 60_000, testTimeout: 30_000 };

export default defineConfig({
  root,
  test: {
    root,
    // A .only that slipped through would hide the rest of the suite.
    allowOnly: false,
    restoreMocks: true,
    projects: [
      project('unit', { include: ['src/**/*.test.ts', 'lib/**/*.test.ts', 'components/**/*.test.{ts,tsx}'] }),
      project('architecture', { include: rules, testTimeout: 60_000 }),
      project('drift', { include: drift, ...server }),
      project('database', { include: ['tests/**/*.test.ts'], exclude: [...rules, ...drift], ...server }),
    ],
  },
});

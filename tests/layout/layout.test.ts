import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from '../architecture/source-files';
import { sourceSizes } from './source-sizes';

const LONGEST = 400;

const TOP = new Set([
  ...['app', 'components', 'e2e', 'lib', 'prisma', 'public', 'src', 'tests'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'next.config.ts', 'instrumentation.ts', 'proxy.ts'],
  ...['ARCHITECTURE.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md'],
]);
// In .gitignore: what installing, building and testing leave behind.
const MADE = /^(node_modules|next-env\.d\.ts|test-results|playwright-report|.*\.tsbuildinfo)$/;
// They say nothing of what is inside.
const VAGUE = /(^|\/)(utils?|helpers?|misc|common|constants|types)(\/|\.tsx?$)/;

describe('layout', () => {
  test('the root holds the known names and dotfiles, nothing else', () => {
    const strange = readdirSync('.').filter((name) => !TOP.has(name) && !name.startsWith('.') && !MADE.test(name));
    expect(strange).toEqual([]);
  });

  test('src holds modules, each with an index.ts', () => {
    const modules = readdirSync('src', { withFileTypes: true });
    expect(modules.filter((entry) => !entry.isDirectory()).map((entry) => entry.name)).toEqual([]);
    const without = modules.filter((entry) => !readdirSync(`src/${entry.name}`).includes('index.ts'));
    expect(without.map((entry) => entry.name)).toEqual([]);
  });

  test('migrations are folders with one migration.sql', () => {
    for (const entry of readdirSync('prisma/migrations', { withFileTypes: true }))
      if (entry.isDirectory()) expect(readdirSync(`prisma/migrations/${entry.name}`)).toEqual(['migration.sql']);
  });

  test('no file is named so that anything might be in it', () => {
    expect(sourceFiles().filter((path) => VAGUE.test(path))).toEqual([]);
  });

  test(`no file is longer than ${LONGEST} lines`, () => {
    expect(sourceSizes().sizes.filter(({ lines }) => lines > LONGEST)).toEqual([]);
  });

  test('95 files in 100 are shorter than 200 lines', () => {
    expect(sourceSizes().ninetyFifth).toBeLessThan(200);
  });
});

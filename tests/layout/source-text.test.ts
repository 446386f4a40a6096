import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from '../architecture/source-files';
import type { Finding } from './source-text';
import { clockReads, environmentReads, skipsWithoutReason, uncheckedWithoutReason } from './source-text';

/** Files that may read `process.env` besides lib/env.ts. One that no longer does fails the test. */
const ENVIRONMENT: Record<string, string> = {
  'lib/env.ts': 'The table of variables.',
  'lib/launcher/child.ts': 'A line that is run in the child, before any module of ours.',
  'lib/db/generate.ts': "Hands the whole environment on to Prisma's command line.",
};

const PRODUCT = [...sourceFiles(['src', 'lib', 'app', 'components']), 'next.config.ts'];

const found = (paths: readonly string[], check: (source: string) => Finding[]): string[] =>
  paths.flatMap((path) => check(readFileSync(path, 'utf8')).map(({ line, text }) => `${path}:${line} ${text}`));

describe('in the sources', () => {
  test('lib/env.ts is the only reader of the environment', () => {
    expect(
      found(
        PRODUCT.filter((path) => !(path in ENVIRONMENT)),
        environmentReads,
      ),
    ).toEqual([]);
    const idle = Object.keys(ENVIRONMENT).filter((path) => found([path], environmentReads).length === 0);
    expect(idle, 'no longer read it').toEqual([]);
  });

  test('src is told the time', () => {
    const files = sourceFiles(['src']).filter((path) => !path.endsWith('.test.ts'));
    expect(found(files, clockReads)).toEqual([]);
  });

  test('a test that is left out says why', () => {
    expect(
      found(
        sourceFiles().filter((path) => path !== 'tests/layout/source-text.test.ts'),
        skipsWithoutReason,
      ),
    ).toEqual([]);
  });

  test('a type check that is switched off says why', () => {
    expect(
      found(
        sourceFiles().filter((path) => !path.startsWith('tests/layout/')),
        uncheckedWithoutReason,
      ),
    ).toEqual([]);
  });
});

describe('the checks find', () => {
  test.each([
    ['a bare skip', skipsWithoutReason, "test.skip('x', () => {});"],
    ['a bare conditional skip', skipsWithoutReason, "describe.skipIf(slow)('x', () => {});"],
    ['a bare todo', skipsWithoutReason, "it.todo('x');"],
    ['a bare directive', uncheckedWithoutReason, '// @ts-expect-error'],
    ['the environment', environmentReads, "const port = process.env['PORT'];"],
    ['the clock', clockReads, 'const now = new Date();'],
  ])('%s', (_name, check, source) => expect(check(source)).toHaveLength(1));

  test.each([
    ['a skip with its reason above', skipsWithoutReason, "// Needs a display.\ntest.skip('x', () => {});"],
    ['a directive with its reason', uncheckedWithoutReason, '// @ts-expect-error the types lack this option'],
    ['a date from text', clockReads, "const day = new Date('2026-01-01');"],
  ])('nothing wrong in %s', (_name, check, source) => expect(check(source)).toEqual([]));
});

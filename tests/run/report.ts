import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { NEEDS_SHARED_DATA } from '../setup/shared-data-mark';

export type Counts = { passed: number; failed: number; skipped: number; withoutData: number };

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0, withoutData: 0 };

export const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  withoutData: a.withoutData + b.withoutData,
});

const vitest = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

const playwright = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** Counts from Vitest's JSON report. A file that could not be loaded counts as one failure. */
export function readVitest(path: string): Counts {
  const { testResults } = vitest.parse(JSON.parse(readFileSync(path, 'utf8')));
  const tests = testResults.flatMap((file) => file.assertionResults);
  const count = (status: string): number => tests.filter((test) => test.status === status).length;
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const skipped = tests.filter((test) => !['passed', 'failed'].includes(test.status));
  return {
    passed: count('passed'),
    failed: count('failed') + broken,
    skipped: skipped.length,
    withoutData: skipped.filter((test) => test.fullName.includes(NEEDS_SHARED_DATA)).length,
  };
}

/** Counts from Playwright's JSON report. A test that passes only when it is tried again is a failure. */
export function readPlaywright(path: string): Counts {
  const { stats, errors } = playwright.parse(JSON.parse(readFileSync(path, 'utf8')));
  const failed = stats.unexpected + stats.flaky;
  return {
    passed: stats.expected,
    failed: failed === 0 && errors.length > 0 ? 1 : failed,
    skipped: stats.skipped,
    withoutData: 0,
  };
}

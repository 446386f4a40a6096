import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { NEEDS_SHARED_DATA } from '../setup/shared-data-mark';
import { readPlaywright, readVitest } from './report';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (report: unknown): string => {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(report));
  return path;
};

const assertion = (status: string, fullName = 'a test') => ({ status, fullName });

test('counts the tests of every file', () => {
  const path = write({
    testResults: [
      { status: 'passed', assertionResults: [assertion('passed'), assertion('skipped')] },
      { status: 'failed', assertionResults: [assertion('failed'), assertion('passed')] },
      { status: 'passed', assertionResults: [assertion('todo'), assertion('skipped', `x ${NEEDS_SHARED_DATA} y`)] },
    ],
  });
  expect(readVitest(path)).toEqual({ passed: 2, failed: 1, skipped: 3, withoutData: 1 });
});

test('counts a file that could not be loaded as a failure', () => {
  const path = write({ testResults: [{ status: 'failed', assertionResults: [] }] });
  expect(readVitest(path).failed).toBe(1);
});

test('counts a browser test that passed at the second try as a failure', () => {
  const path = write({ errors: [], stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } });
  expect(readPlaywright(path)).toEqual({ passed: 3, failed: 2, skipped: 2, withoutData: 0 });
});

test('counts an error outside any browser test as a failure', () => {
  const path = write({ errors: [{}], stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 } });
  expect(readPlaywright(path).failed).toBe(1);
});

import { format } from 'node:util';
import { afterEach, beforeEach } from 'vitest';

type Level = 'error' | 'warn';
const LEVELS: readonly Level[] = ['error', 'warn'];

let unexpected: string[] = [];
let expected: { level: Level; pattern: RegExp; seen: boolean }[] = [];

/** Allows, and demands, a line on `console.error` or `console.warn` in the running test. */
export function expectConsole(level: Level, pattern: RegExp): void {
  expected.push({ level, pattern, seen: false });
}

for (const level of LEVELS) {
  console[level] = (...args: unknown[]): void => {
    const line = format(...args);
    const match = expected.find((row) => row.level === level && row.pattern.test(line));
    if (match) match.seen = true;
    else unexpected.push(`console.${level}: ${line}`);
  };
}

beforeEach(() => {
  expected = [];
});

// What was printed while the file was loaded counts for its first test.
afterEach(() => {
  const lines = unexpected;
  const missing = expected.filter((row) => !row.seen);
  unexpected = [];
  expected = [];
  if (lines.length > 0) throw new Error(`Printed, and no test expected it:\n${lines.join('\n')}`);
  if (missing.length > 0)
    throw new Error(`Expected on the console, and never printed: ${missing.map((row) => row.pattern).join(', ')}`);
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cruiseProject, type Violation } from './cruise';
import { EXCEPTIONS } from './exceptions';
import { sourceFiles } from './source-files';

const { modules, violations } = await cruiseProject(process.cwd());

const same = (a: Violation, b: Violation): boolean => a.rule === b.rule && a.from === b.from && a.to === b.to;
const line = ({ rule, from, to }: Violation): string => `${rule}: ${from} → ${to}`;

describe('arrows of ARCHITECTURE.md', () => {
  test('no import goes against them', () => {
    const wrong = violations.filter((found) => !EXCEPTIONS.some((exception) => same(exception, found)));
    expect(wrong.map(line)).toEqual([]);
  });

  test('every exception is still needed', () => {
    const idle = EXCEPTIONS.filter((exception) => !violations.some((found) => same(exception, found)));
    expect(idle.map(line)).toEqual([]);
  });
});

// With a TypeScript that it does not support, dependency-cruiser reads nothing and is content.
describe('the check has read', () => {
  const files = sourceFiles();
  const read = new Map(modules.map((module) => [module.source, module.dependencies.length]));

  test('every TypeScript file on the disk', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => !read.has(file))).toEqual([]);
  });

  test('the imports of every file that has some', () => {
    const importing = files.filter((file) => /^(import|export) .* from '/m.test(readFileSync(file, 'utf8')));
    expect(importing.length).toBeGreaterThan(20);
    expect(importing.filter((file) => read.get(file) === 0)).toEqual([]);
  });
});

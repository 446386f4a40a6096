import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashSources } from './sources';

let root = '';
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'broadsheet-sources-'));
  put('app/page.tsx', 'page');
  put('package-lock.json', '{}');
  put('next.config.ts', 'config');
  put('prisma/schema.prisma', 'schema');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test.each([
  'app/page.tsx',
  'app/new.tsx',
  'src/feed/card.ts',
  'public/icon.svg',
  'package-lock.json',
  'next.config.ts',
  'prisma/schema.prisma',
])('a change of %s makes another build', (path) => {
  const before = hashSources(root);
  put(path, 'changed');
  expect(hashSources(root)).not.toBe(before);
});

test.each([
  'app/page.test.tsx',
  'tests/feed.test.ts',
  'README.md',
  'lib/db/generated/client.ts',
  'public/assets/reader.js',
  '.data/secrets.json',
])('a change of %s does not', (path) => {
  const before = hashSources(root);
  put(path, 'changed');
  expect(hashSources(root)).toBe(before);
});

test('dates do not matter, and moving text from one file to the next does', () => {
  const before = hashSources(root);
  utimesSync(join(root, 'app/page.tsx'), new Date(0), new Date(0));
  expect(hashSources(root)).toBe(before);
  put('app/a.ts', 'xy');
  put('app/b.ts', 'z');
  const apart = hashSources(root);
  put('app/a.ts', 'x');
  put('app/b.ts', 'yz');
  expect(hashSources(root)).not.toBe(apart);
});

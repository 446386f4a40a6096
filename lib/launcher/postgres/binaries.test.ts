import { lstatSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findNative, program, restoreLinks } from './binaries';

test('library links that npm ci --ignore-scripts left out are made, and only inside the package', () => {
  const root = mkdtempSync(join(tmpdir(), 'broadsheet-native-'));
  const native = join(root, 'native');
  mkdirSync(join(native, 'lib'), { recursive: true });
  writeFileSync(join(native, 'lib/libpq.so.5.18'), 'library');
  writeFileSync(
    join(native, 'pg-symlinks.json'),
    JSON.stringify([
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
      { source: 'native/lib/libpq.so.5.18', target: 'native/../../outside' },
    ]),
  );
  restoreLinks(native);
  restoreLinks(native);
  expect(readlinkSync(join(native, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');
  expect(lstatSync(join(root, '../outside'), { throwIfNoEntry: false })).toBeUndefined();
  rmSync(root, { recursive: true });
});

test('the programs of this machine are installed', () => {
  const { native, version } = findNative();
  expect(version).toMatch(/^\d+\.\d+/);
  expect(lstatSync(program(native, 'initdb')).isFile()).toBe(true);
});

import { expect, test } from 'vitest';
import { chooseEncoding } from './accept-encoding';

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['x-gzip', 'gzip'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['br;q=0, gzip;q=0.1', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['identity;q=1, br;q=0.5', 'identity'],
  ['*', 'br'],
  ['*;q=0.4, br;q=0', 'gzip'],
  ['identity;q=0, *;q=0', 'identity'],
  ['BR', 'br'],
  ['br;q=2', 'identity'],
  ['br;q=nonsense', 'identity'],
  ['zstd', 'identity'],
  ['', 'identity'],
])('%s is answered in %s', (header, encoding) => {
  expect(chooseEncoding(header)).toBe(encoding);
  expect(chooseEncoding(header)).toBe(encoding);
});

test('no header at all is answered as it is', () => {
  expect(chooseEncoding(undefined)).toBe('identity');
});

import { expect, it } from 'vitest';
import { retryAfterMs } from './retry-after';

const NOW = new Date('2026-01-14T12:00:00Z');

it.each([
  ['120', 120_000],
  ['0', 0],
  ['Wed, 14 Jan 2026 12:00:30 GMT', 30_000],
  ['Wed, 14 Jan 2026 11:00:00 GMT', 0],
  [null, undefined],
  ['', undefined],
  ['soon', undefined],
  ['-5', undefined],
  ['2026', 2_026_000],
])('Retry-After: %s', (header, ms) => {
  expect(retryAfterMs(header, NOW)).toBe(ms);
});

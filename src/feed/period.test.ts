import { describe, expect, test } from 'vitest';
import type { UtcDay } from '@/src/shared';
import { type Period, type PeriodKind, parsePeriod, periodOf, periodPath, rangeOf } from './period';

const parsed = (kind: PeriodKind, key: string): Period => {
  const period = parsePeriod(kind, key);
  if (!period.ok) throw new Error(period.refusal.message);
  return period.value;
};

describe('ranges are half-open', () => {
  test.each([
    ['day', '2024-02-29', '2024-02-29', '2024-03-01'],
    ['day', '2026-12-31', '2026-12-31', '2027-01-01'],
    ['week', '2026-W53', '2026-12-28', '2027-01-04'],
    ['week', '2026-W01', '2025-12-29', '2026-01-05'],
    ['month', '2024-02', '2024-02-01', '2024-03-01'],
    ['month', '2026-12', '2026-12-01', '2027-01-01'],
  ] as const)('%s %s: from %s up to %s', (kind, key, from, to) => {
    expect(rangeOf(parsed(kind, key))).toEqual({ from, to });
  });
});

test('the period of a day holds the day', () => {
  const day = '2027-01-01' as UtcDay;
  expect(periodOf('day', day).key).toBe('2027-01-01');
  expect(periodOf('week', day).key).toBe('2026-W53');
  expect(periodOf('month', day).key).toBe('2027-01');
});

test('each kind has its path', () => {
  expect(periodPath(parsed('day', '2026-05-29'))).toBe('/papers/date/2026-05-29');
  expect(periodPath(parsed('week', '2026-W22'))).toBe('/papers/week/2026-W22');
  expect(periodPath(parsed('month', '2026-05'))).toBe('/papers/month/2026-05');
});

test.each([
  ['day', '2026-02-30', 'bad-day'],
  ['day', '2025-02-29', 'bad-day'],
  ['day', 'today', 'bad-day'],
  ['week', '2025-W53', 'bad-week'],
  ['month', '2026-13', 'bad-month'],
  ['month', '2026-00', 'bad-month'],
  ['month', '2026-5', 'bad-month'],
] as const)('%s %s is refused with a sentence', (kind, key, code) => {
  const refused = parsePeriod(kind, key);
  expect(refused).toMatchObject({ ok: false, refusal: { code } });
  expect(!refused.ok && refused.refusal.message).toMatch(/^Write the .+\.$/);
});

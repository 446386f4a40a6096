import { describe, expect, test } from 'vitest';
import type { UtcDay } from '@/src/shared';
import { counted, dayInWords, instantInWords, monthInWords } from './dates';

const today = '2026-05-29' as UtcDay;
const day = (text: string) => text as UtcDay;

describe('a day in words', () => {
  test.each([
    ['2026-05-28', 'short', '28 May'],
    ['2026-05-28', 'weekday', 'Thursday 28 May'],
    ['2026-01-01', 'long', '1 January'],
    ['2025-12-31', 'short', '31 Dec 2025'],
    ['2027-01-01', 'weekday', 'Friday 1 January 2027'],
  ] as const)('%s, %s: %s', (given, form, words) => {
    expect(dayInWords(day(given), { today, form })).toBe(words);
  });

  test('bears its year where no today is known', () => {
    expect(dayInWords(today, { form: 'long' })).toBe('29 May 2026');
  });
});

test('a month bears its year outside the current one, or when asked', () => {
  expect(monthInWords('2026-05', { today })).toBe('May');
  expect(monthInWords('2025-05', { today })).toBe('May 2025');
  expect(monthInWords('2026-05', { today, year: 'always' })).toBe('May 2026');
});

test('an instant is told in UTC, whatever the zone of the machine', () => {
  expect(instantInWords(new Date('2026-01-01T00:30:00Z'))).toBe('1 Jan 2026, 00:30 UTC');
});

test('counts agree with their noun', () => {
  expect(counted(0, 'paper')).toBe('0 papers');
  expect(counted(1, 'paper')).toBe('1 paper');
  expect(counted(1827, 'paper')).toBe('1,827 papers');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isoWeekday, type UtcDay } from '@/src/shared';
import { isoWeekOf, isoWeekRange, parseIsoWeek } from './iso-week';

const day = (text: string) => text as UtcDay;
const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((count) => addDays(day('2000-01-01'), count));

describe('the week of a day', () => {
  test.each([
    ['2026-05-29', '2026-W22'],
    ['2026-01-01', '2026-W01'],
    ['2025-12-29', '2026-W01'],
    ['2024-12-30', '2025-W01'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2021-01-03', '2020-W53'],
    ['2022-01-01', '2021-W52'],
    ['2024-02-29', '2024-W09'],
  ])('%s is in %s', (given, week) => {
    expect(isoWeekOf(day(given))).toBe(week);
  });

  test('every day lies in the range of its own week, which runs from Monday to Monday', () => {
    fc.assert(
      fc.property(anyDay, (given) => {
        const { from, to } = isoWeekRange(isoWeekOf(given));
        expect(from <= given && given < to).toBe(true);
        expect(isoWeekday(from)).toBe(1);
        expect(to).toBe(addDays(from, 7));
      }),
    );
  });
});

describe('parsing', () => {
  test.each(['2026-W22', '2026-W53', '2020-W53', '2025-W52'])('takes %s', (text) => {
    expect(parseIsoWeek(text)).toEqual({ ok: true, value: text });
  });

  test.each(['2025-W53', '2026-W54', '2026-W00', '2026-W1', '2026-w22', '2026W22', '', '2026-W22 ', '26-W22'])(
    'refuses %j',
    (text) => {
      expect(parseIsoWeek(text)).toMatchObject({ ok: false, refusal: { code: 'bad-week' } });
    },
  );
});

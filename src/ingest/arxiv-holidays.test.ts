import { describe, expect, it } from 'vitest';
import type { UtcDay } from '@/src/shared';
import { followsHoliday } from './arxiv-holidays';

describe('listings that holidays may cost', () => {
  it.each([
    ['2026-01-02', true, 'the day after New Year’s Day'],
    ['2026-01-20', true, 'the Tuesday after Martin Luther King Jr. Day'],
    ['2025-06-20', true, 'the day after Juneteenth'],
    ['2025-07-07', true, 'the Monday whose deadline was Independence Day'],
    ['2025-09-02', true, 'the Tuesday after Labor Day'],
    ['2025-11-28', true, 'the day after Thanksgiving'],
    ['2025-12-26', true, 'the day after Christmas'],
    ['2026-05-27', false, 'an ordinary Wednesday'],
    ['2026-02-03', false, 'an ordinary Tuesday'],
    ['2025-10-13', false, 'Columbus Day, on which arXiv works'],
  ])('%s: %s (%s)', (day, expected) => {
    expect(followsHoliday(day as UtcDay)).toBe(expected);
  });
});

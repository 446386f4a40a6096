import { expect, test } from 'vitest';
import type { UtcDay } from '@/src/shared';
import { timeFacet } from './facets';
import { EMPTY_QUERY } from './query/search-query';

test('years come newest first, and the latest with all its months', () => {
  const facet = timeFacet(
    [
      { month: '2023-12', count: 2 },
      { month: '2024-03', count: 1 },
      { month: '2024-12', count: 4 },
    ],
    { ...EMPTY_QUERY, after: '2024-12-01' as UtcDay, before: '2025-01-01' as UtcDay },
  );
  expect(facet.years.map(({ key, count }) => [key, count])).toEqual([
    ['2024', 5],
    ['2023', 2],
  ]);
  expect(facet.years[0]).toMatchObject({ after: '2024-01-01', before: '2025-01-01', chosen: false });
  expect(facet.years[1]?.months).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
  expect(facet.monthsOf).toBe('2024');
  expect(facet.months).toHaveLength(12);
  expect(facet.months[11]).toEqual({
    key: '2024-12',
    count: 4,
    after: '2024-12-01',
    before: '2025-01-01',
    chosen: true,
  });
});

test('no matches have no bars', () => {
  expect(timeFacet([], EMPTY_QUERY)).toEqual({ years: [], months: [], monthsOf: null });
});

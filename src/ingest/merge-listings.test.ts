import { describe, expect, it } from 'vitest';
import type { UtcDay } from '@/src/shared';
import { someListing } from '@/tests/factories/ingest-record';
import { firstListed, mergeListings } from './merge-listings';

const on = (day: string) => day as UtcDay;

describe('the day of an announcement', () => {
  it('by the feed replaces the one computed from the schedule', () => {
    const computed = mergeListings([], [someListing({ source: 'schedule', day: on('2026-01-06') })]);
    const told = mergeListings(computed, [someListing({ source: 'feed', day: on('2026-01-08') })]);
    expect(told.map(({ day }) => day)).toEqual(['2026-01-08']);
    expect(mergeListings(told, [someListing({ source: 'schedule', day: on('2026-01-06') })])).toEqual(told);
  });

  it('by a file lies between the two', () => {
    const file = mergeListings([], [someListing({ source: 'file', day: on('2026-01-07') })]);
    expect(mergeListings(file, [someListing({ source: 'schedule', day: on('2026-01-06') })])).toEqual(file);
    expect(mergeListings(file, [someListing({ source: 'feed', day: on('2026-01-08') })])[0]?.day).toBe('2026-01-08');
  });

  it('stays the earlier one where two equal sources differ', () => {
    const first = mergeListings([], [someListing({ day: on('2026-01-06') })]);
    expect(mergeListings(first, [someListing({ day: on('2026-01-09') })])).toEqual(first);
  });

  it('leaves a pick of the day that turned out wrong', () => {
    const both = mergeListings(
      [],
      [
        someListing({ source: 'schedule', day: on('2026-01-06') }),
        { day: on('2026-01-06'), picked: { by: 'ada' }, categories: [], source: 'hub' },
      ],
    );
    const told = mergeListings(both, [someListing({ day: on('2026-01-07') })]);
    expect(told).toMatchObject([
      { day: '2026-01-06', announced: undefined, picked: true, pickedBy: 'ada' },
      { day: '2026-01-07', announced: 'new', picked: false },
    ]);
  });
});

describe('kinds of announcement', () => {
  it('a paper that is new in one category and cross-listed in another is new', () => {
    const listings = mergeListings(
      [],
      [
        someListing({ announced: 'cross', categories: ['cs.LG'] }),
        someListing({ announced: 'new', categories: ['cs.CL'] }),
      ],
    );
    expect(listings).toMatchObject([{ announced: 'new', categories: ['cs.CL', 'cs.LG'] }]);
  });

  it('later cross-listings and replacements are days of their own', () => {
    const listings = mergeListings(
      [],
      [
        someListing(),
        someListing({ day: on('2026-02-02'), announced: 'cross' }),
        someListing({ day: on('2026-02-03'), announced: 'replace' }),
      ],
    );
    expect(listings.map(({ announced }) => announced)).toEqual(['new', 'cross', 'replace']);
  });

  it('the feed first shows a paper when it is new, cross-listed or picked, not when it is replaced', () => {
    const replaced = mergeListings([], [someListing({ day: on('2026-01-02'), announced: 'replace' })]);
    expect(firstListed(replaced)).toBeUndefined();
    const picked = mergeListings(replaced, [{ day: on('2026-01-09'), picked: {}, categories: [], source: 'hub' }]);
    expect(firstListed(picked)).toBe('2026-01-09');
    expect(firstListed(mergeListings(picked, [someListing({ day: on('2026-01-08'), announced: 'cross' })]))).toBe(
      '2026-01-08',
    );
  });
});

it('a listing told again changes nothing', () => {
  const told = [
    someListing(),
    { day: on('2026-01-06'), picked: { by: 'ada' }, categories: [], source: 'hub' as const },
  ];
  const once = mergeListings([], told);
  expect(mergeListings(once, told)).toEqual(once);
});

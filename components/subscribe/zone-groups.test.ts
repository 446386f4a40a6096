import { expect, test } from 'vitest';
import { zoneGroups } from './zone-groups';

test('zones stand under their part of the world, with readable names', () => {
  const zones = ['UTC', 'America/Argentina/San_Juan', 'America/New_York', 'Asia/Kolkata'].map((name) => ({ name }));
  expect(zoneGroups(zones).map(({ region, zones: of }) => [region, of.map(({ label }) => label)])).toEqual([
    ['', ['UTC']],
    ['America', ['Argentina, San Juan', 'New York']],
    ['Asia', ['Kolkata']],
  ]);
});

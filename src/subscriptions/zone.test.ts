import { expect, test } from 'vitest';
import { canonicalZone, formerZoneName, zoneNames } from './zone';

test.each([
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['europe/kiev', 'Europe/Kyiv'],
  ['US/Eastern', 'America/New_York'],
  ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['Etc/UTC', 'UTC'],
  ['GMT', 'UTC'],
])('%s is kept as %s', (given, name) => {
  expect(canonicalZone(given)).toBe(name);
});

test.each([
  '',
  'EST',
  'PST8PDT',
  '+05:30',
  'Etc/GMT+5',
  'Mars/Olympus',
  'Europe/Berlin ',
  '../../etc/passwd',
  '__proto__',
])('%j is no zone to choose', (given) => {
  expect(canonicalZone(given)).toBeUndefined();
});

test('every zone on offer is one that clocks can be asked about, once, and is kept by its own name', () => {
  const names = zoneNames();
  expect(names[0]).toBe('UTC');
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(canonicalZone(name)).toBe(name);
  for (const zone of ['Asia/Kolkata', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Apia'])
    expect(names).toContain(zone);
  expect(formerZoneName('Asia/Kolkata')).toBe('Asia/Calcutta');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Schedule } from './next-due';
import { nextDue } from './next-due';

const schedule = (zone: string, hour: number, over: Partial<Schedule> = {}): Schedule => ({
  ...{ cadence: 'daily', weekday: 1, hour, zone, ...over },
});

/** The next instants, one after the other, as a reader would get his mail. */
function dues(of: Schedule, from: string, count: number): string[] {
  const found: string[] = [];
  for (let after = new Date(from); found.length < count; ) {
    after = nextDue(of, after);
    found.push(after.toISOString().replace(':00.000Z', 'Z'));
  }
  return found;
}

describe('on ordinary days', () => {
  test.each([
    ['UTC', 8, '2026-05-29T08:00Z'],
    ['Asia/Kolkata', 8, '2026-05-29T02:30Z'],
    ['Asia/Kathmandu', 8, '2026-05-29T02:15Z'],
    ['Australia/Adelaide', 8, '2026-05-28T22:30Z'],
    ['Pacific/Chatham', 8, '2026-05-28T19:15Z'],
    ['Pacific/Kiritimati', 0, '2026-05-29T10:00Z'],
    ['Pacific/Kiritimati', 8, '2026-05-28T18:00Z'],
    ['Pacific/Pago_Pago', 23, '2026-05-29T10:00Z'],
    ['Pacific/Marquesas', 8, '2026-05-28T17:30Z'],
  ])('%s at %i', (zone, hour, due) => {
    expect(dues(schedule(zone, hour), '2026-05-28T16:00Z', 1)).toEqual([due]);
  });

  test('an instant that is due is not due again', () => {
    expect(dues(schedule('UTC', 8), '2026-05-29T07:59:59.999Z', 2)).toEqual(['2026-05-29T08:00Z', '2026-05-30T08:00Z']);
    expect(dues(schedule('UTC', 8), '2026-05-29T08:00Z', 1)).toEqual(['2026-05-30T08:00Z']);
  });
});

describe('an hour that the clocks leave out comes when they are put forward', () => {
  test.each([
    ['Europe/Berlin', 2, '2026-03-28T00:00Z', ['2026-03-28T01:00Z', '2026-03-29T01:00Z', '2026-03-30T00:00Z']],
    ['America/New_York', 2, '2026-03-07T00:00Z', ['2026-03-07T07:00Z', '2026-03-08T07:00Z', '2026-03-09T06:00Z']],
    ['America/St_Johns', 2, '2026-03-07T00:00Z', ['2026-03-07T05:30Z', '2026-03-08T05:30Z', '2026-03-09T04:30Z']],
    ['Australia/Sydney', 2, '2026-10-03T00:00Z', ['2026-10-03T16:00Z', '2026-10-04T15:00Z', '2026-10-05T15:00Z']],
    // By half an hour: from 2:00 to 2:30.
    ['Australia/Lord_Howe', 2, '2026-10-02T16:00Z', ['2026-10-03T15:30Z', '2026-10-04T15:00Z', '2026-10-05T15:00Z']],
    // At midnight: a day that begins at one o'clock.
    ['America/Santiago', 0, '2026-09-05T00:00Z', ['2026-09-05T04:00Z', '2026-09-06T04:00Z', '2026-09-07T03:00Z']],
    ['Africa/Cairo', 0, '2026-04-22T23:00Z', ['2026-04-23T22:00Z', '2026-04-24T21:00Z', '2026-04-25T21:00Z']],
  ])('%s at %i', (zone, hour, from, expected) => {
    expect(dues(schedule(zone, hour), from, 3)).toEqual(expected);
  });
});

describe('an hour that comes twice counts once, the first time', () => {
  test.each([
    ['Europe/Berlin', 2, '2026-10-24T01:00Z', ['2026-10-25T00:00Z', '2026-10-26T01:00Z']],
    ['America/New_York', 1, '2026-10-31T06:00Z', ['2026-11-01T05:00Z', '2026-11-02T06:00Z']],
    ['America/St_Johns', 1, '2026-10-31T04:00Z', ['2026-11-01T03:30Z', '2026-11-02T04:30Z']],
    ['Australia/Sydney', 2, '2026-04-03T16:00Z', ['2026-04-04T15:00Z', '2026-04-05T16:00Z']],
    // Back from 2:00 to 1:30: two o'clock comes once, after the second half hour.
    ['Australia/Lord_Howe', 2, '2026-04-03T16:00Z', ['2026-04-04T15:30Z', '2026-04-05T15:30Z']],
    // Back at midnight into the day before.
    ['America/Santiago', 23, '2026-04-03T12:00Z', ['2026-04-04T02:00Z', '2026-04-05T02:00Z', '2026-04-06T03:00Z']],
    // Until 2011 Newfoundland changed a minute after midnight, so that midnight itself came twice.
    ['America/St_Johns', 0, '2010-11-06T03:00Z', ['2010-11-07T02:30Z', '2010-11-08T03:30Z']],
  ])('%s at %i', (zone, hour, from, expected) => {
    expect(dues(schedule(zone, hour), from, expected.length)).toEqual(expected);
  });
});

describe('across the date line', () => {
  test('a day that a country left out comes with the first instant after it', () => {
    // Samoa went from 29 to 31 December 2011.
    expect(dues(schedule('Pacific/Apia', 8), '2011-12-29T00:00Z', 4)).toEqual([
      ...['2011-12-29T18:00Z', '2011-12-30T10:00Z', '2011-12-30T18:00Z', '2011-12-31T18:00Z'],
    ]);
  });

  test('weekdays are those of the reader’s own place', () => {
    // Monday 1 June begins in Kiritimati while it is Sunday in London and still Saturday in Pago Pago.
    const monday = { cadence: 'weekdays' } as const;
    expect(dues(schedule('Pacific/Kiritimati', 0, monday), '2026-05-30T12:00Z', 1)).toEqual(['2026-05-31T10:00Z']);
    expect(dues(schedule('Pacific/Pago_Pago', 0, monday), '2026-05-30T12:00Z', 1)).toEqual(['2026-06-01T11:00Z']);
  });
});

test('weekdays leave out Saturday and Sunday, weekly all but one day', () => {
  expect(dues(schedule('Europe/Paris', 7, { cadence: 'weekdays' }), '2026-05-28T12:00Z', 3)).toEqual([
    ...['2026-05-29T05:00Z', '2026-06-01T05:00Z', '2026-06-02T05:00Z'],
  ]);
  expect(dues(schedule('Europe/Paris', 7, { cadence: 'weekly', weekday: 7 }), '2026-03-22T07:00Z', 2)).toEqual([
    ...['2026-03-29T05:00Z', '2026-04-05T05:00Z'],
  ]);
});

const ZONES = ['Europe/Berlin', 'America/New_York', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kolkata'];
const MORE = ['Africa/Casablanca', 'Antarctica/Troll', 'Pacific/Kiritimati', 'Pacific/Apia', 'America/Havana'];

test('the clocks of the reader show his hour, never twice on one day, and no day is left out', () => {
  const clock = (zone: string, at: Date): { day: string; hour: number } => {
    const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
      at,
    );
    return { day: parts.slice(0, 10), hour: Number(parts.slice(11, 13)) };
  };
  const start = Date.parse('2020-01-01T00:00Z');
  const minute = fc.integer({ min: 0, max: 10 * 525_600 });
  const zone = fc.constantFrom(...ZONES, ...MORE);
  fc.assert(
    fc.property(minute, zone, fc.integer({ min: 0, max: 23 }), (minutes, name, hour) => {
      const first = nextDue(schedule(name, hour), new Date(start + minutes * 60_000));
      const second = nextDue(schedule(name, hour), first);
      const [one, two] = [clock(name, first), clock(name, second)];
      const dayAfter = new Date(Date.parse(`${one.day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
      expect(two.day).toBe(dayAfter);
      // Put forward by an hour at most, it shows the next one.
      expect([hour, (hour + 1) % 24, (hour + 2) % 24]).toContain(one.hour);
    }),
    { numRuns: 400 },
  );
});

import { describe, expect, it } from 'vitest';
import type { PaperId } from '@/src/papers';
import { isoInstant, mailInstant, monthOfId, publishedFrom, writtenDay } from './dates';

describe('dates as sources write them', () => {
  it.each([
    ['Wed, 02 Feb 2011 09:08:37 GMT', '2011-02-02T09:08:37.000Z'],
    ['Thu, 9 Apr 2009 02:45:30 GMT', '2009-04-09T02:45:30.000Z'],
    ['Fri, 23 Feb 2024 00:00:00 -0500', '2024-02-23T05:00:00.000Z'],
  ])('mail date %s', (text, iso) => {
    expect(mailInstant(text)?.toISOString()).toBe(iso);
  });

  it.each(['', 'yesterday', 'Wed, 02 Foo 2011 09:08:37 GMT', 'Wed, 32 Jan 2011 09:08:37 GMT', '2 Feb 2011'])(
    'no mail instant: %j',
    (text) => {
      expect(mailInstant(text)).toBeUndefined();
    },
  );

  it('the day of an announcement is the one written, whatever its zone', () => {
    expect(writtenDay('2025-08-20T00:00:00-04:00')).toBe('2025-08-20');
    expect(writtenDay('Fri, 23 Feb 2024 00:00:00 -0500')).toBe('2024-02-23');
    expect(writtenDay('Fri, 30 Feb 2024 00:00:00 -0500')).toBeUndefined();
  });

  it('an instant needs its zone', () => {
    expect(isoInstant('2003-07-07T13:46:39-04:00')?.toISOString()).toBe('2003-07-07T17:46:39.000Z');
    expect(isoInstant('2003-07-07T13:46:39')).toBeUndefined();
  });

  it('a bare day, and midnight, are told from an instant', () => {
    expect(publishedFrom('2026-01-05')).toEqual({ at: new Date('2026-01-05T00:00:00Z'), precision: 'day' });
    expect(publishedFrom('2026-01-05T00:00:00.000Z')?.precision).toBe('day');
    expect(publishedFrom('2026-01-05T17:00:01Z')?.precision).toBe('instant');
    expect(publishedFrom('2026-13-05')).toBeUndefined();
  });

  it.each([
    ['2601.00001', '2026-01'],
    ['9912.00001', '1999-12'],
    ['hep-th/9108001', '1991-08'],
    ['cond-mat/0703999', '2007-03'],
  ])('the id %s is of %s', (id, month) => {
    expect(
      monthOfId(id as PaperId)
        .at.toISOString()
        .slice(0, 7),
    ).toBe(month);
  });
});

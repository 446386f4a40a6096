import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { describeWithSharedData } from '@/tests/setup/shared-data';
import { announcementDay, arxivClock, deadlineDay, latestListingDay } from './announcement-day';

const at = (text: string): Date => new Date(text);

describe('deadlines on arXiv’s clock', () => {
  it.each([
    // Winter: New York is five hours behind UTC.
    ['Tuesday, a second before 14:00', '2026-01-13T18:59:59Z', '2026-01-14'],
    ['Tuesday, 14:00 sharp', '2026-01-13T19:00:00Z', '2026-01-15'],
    ['Tuesday, a second after 14:00', '2026-01-13T19:00:01Z', '2026-01-15'],
    // Summer: four hours.
    ['a summer Tuesday, a second before 14:00', '2026-07-14T17:59:59Z', '2026-07-15'],
    ['a summer Tuesday, 14:00 sharp', '2026-07-14T18:00:00Z', '2026-07-16'],
    ['Thursday before the deadline is Friday’s list', '2026-01-15T18:59:59Z', '2026-01-16'],
    ['Thursday after the deadline is Monday’s list (mailed on Sunday)', '2026-01-15T19:00:00Z', '2026-01-19'],
    ['Friday before the deadline is Monday’s list', '2026-01-16T18:59:59Z', '2026-01-19'],
    ['Friday after the deadline is Tuesday’s list', '2026-01-16T19:00:00Z', '2026-01-20'],
    ['Saturday noon is Tuesday’s list', '2026-01-17T17:00:00Z', '2026-01-20'],
    ['Sunday night is Tuesday’s list', '2026-01-19T04:59:59Z', '2026-01-20'],
    ['Monday before the deadline is Tuesday’s list', '2026-01-19T18:59:59Z', '2026-01-20'],
    ['Monday after the deadline is Wednesday’s list', '2026-01-19T19:00:00Z', '2026-01-21'],
  ])('%s', (_name, submitted, listed) => {
    expect(announcementDay(at(submitted))).toBe(listed);
  });

  it.each([
    ['the Friday before spring forward, still winter time', '2026-03-06T18:59:59Z', '2026-03-09'],
    ['that Friday after the deadline', '2026-03-06T19:00:00Z', '2026-03-10'],
    ['the Monday after it, by summer time', '2026-03-09T17:59:59Z', '2026-03-10'],
    ['that Monday after the deadline', '2026-03-09T18:00:00Z', '2026-03-11'],
    ['the missing hour of spring', '2026-03-08T07:30:00Z', '2026-03-10'],
    ['the Friday before fall back, still summer time', '2026-10-30T17:59:59Z', '2026-11-02'],
    ['the Monday after it, by winter time', '2026-11-02T18:59:59Z', '2026-11-03'],
    ['that Monday after the deadline in winter', '2026-11-02T19:00:00Z', '2026-11-04'],
    ['the doubled hour of autumn', '2026-11-01T06:30:00Z', '2026-11-03'],
  ])('changes of the clock: %s', (_name, submitted, listed) => {
    expect(announcementDay(at(submitted))).toBe(listed);
  });

  it.each([
    ['the last deadline of the year', '2025-12-31T18:59:59Z', '2026-01-01'],
    ['New Year’s Eve after it', '2025-12-31T19:00:00Z', '2026-01-02'],
    ['a leap day', '2024-02-28T19:00:00Z', '2024-03-01'],
  ])('ends of months and years: %s', (_name, submitted, listed) => {
    expect(announcementDay(at(submitted))).toBe(listed);
  });

  it('keeps every submission to a weekday, later than its deadline', () => {
    for (let hour = 0; hour < 24 * 400; hour += 1) {
      const submitted = new Date(Date.UTC(2025, 0, 1, hour));
      const listed = announcementDay(submitted);
      expect(new Date(`${listed}T12:00:00Z`).getUTCDay()).toSatisfy((day: number) => day >= 1 && day <= 5);
      expect(listed > deadlineDay(submitted)).toBe(true);
    }
  });
});

describe('the clock and the latest list', () => {
  it('tells midnight as hour 0', () => {
    expect(arxivClock(at('2026-01-14T05:00:00Z'))).toEqual({ day: '2026-01-14', hour: 0, minute: 0 });
  });

  it.each([
    ['2026-01-14T00:59:59Z', '2026-01-13'],
    ['2026-01-14T01:00:00Z', '2026-01-14'],
    ['2026-01-17T15:00:00Z', '2026-01-16'],
    ['2026-01-18T15:00:00Z', '2026-01-16'],
    ['2026-01-19T01:00:00Z', '2026-01-19'],
  ])('at %s the latest listing is of %s', (now, day) => {
    expect(latestListingDay(at(now))).toBe(day);
  });
});

describeWithSharedData('arXiv’s schedule against recorded listings', 'arxiv/papers.jsonl.gz', (path) => {
  it('gives the recorded day to 19 in 20 papers and never a later one', () => {
    let both = 0;
    let same = 0;
    let early = 0;
    for (const line of gunzipSync(readFileSync(path)).toString('utf8').split('\n')) {
      const found = /"published": "(\d{4}-\d{2}-\d{2}T[^"]+)".*"announced": "(\d{4}-\d{2}-\d{2})"\}$/.exec(line);
      if (!found) continue;
      const day = announcementDay(at(found[1] ?? ''));
      both += 1;
      if (day === found[2]) same += 1;
      if (day > (found[2] ?? '')) early += 1;
    }
    expect(both).toBeGreaterThan(20_000);
    expect(same / both).toBeGreaterThan(0.95);
    expect(early).toBe(0);
  }, 60_000);
});

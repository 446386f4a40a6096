import { describe, expect, it } from 'vitest';
import type { UtcDay } from '@/src/shared';
import { readStatus } from './read-status';
import type { AnnouncedDay, RunRow, StatusStore } from './status-store';

const day = (text: string) => text as UtcDay;
const NOW = new Date('2026-01-15T15:00:00Z');

const run = (over: Partial<RunRow> = {}): RunRow => ({
  id: 1,
  source: 'arxiv-feed',
  arguments: {},
  status: 'succeeded',
  startedAt: new Date('2026-01-15T12:00:00Z'),
  heartbeatAt: new Date('2026-01-15T12:01:00Z'),
  finishedAt: new Date('2026-01-15T12:01:00Z'),
  seen: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  error: null,
  warnings: [],
  ...over,
});

const told = (on: string, over: Partial<AnnouncedDay> = {}): AnnouncedDay => ({
  day: day(on),
  category: 'cs.CL',
  announced: 3,
  idsHash: on,
  missing: [],
  ...over,
});

type Given = {
  announced?: AnnouncedDay[];
  stored?: { day: UtcDay; category: string; stored: number }[];
  runs?: RunRow[];
  lastSuccess?: Date | null;
  firstRun?: Date | null;
  sample?: number;
};
const storeOf = (given: Given): StatusStore => ({
  announcedDays: async () => given.announced ?? [],
  storedCounts: async () => given.stored ?? [],
  latestRuns: async () => given.runs ?? [],
  lastSuccess: async () => (given.lastSuccess === undefined ? new Date('2026-01-15T12:01:00Z') : given.lastSuccess),
  firstRun: async () => given.firstRun ?? new Date('2026-01-12T12:00:00Z'),
  samplePapers: async () => given.sample ?? 0,
});
const week = ['2026-01-12', '2026-01-13', '2026-01-14', '2026-01-15'];
const full = week.map((on) => ({ day: day(on), category: 'cs.CL', stored: 3 }));
const statusOf = (given: Given, now = NOW) => readStatus({ now, store: storeOf(given), categories: ['cs.CL'] });
const codes = async (given: Given, now = NOW) => (await statusOf(given, now)).warnings.map(({ code }) => code);

describe('days', () => {
  it('hold what was announced against what is stored, the latest first', async () => {
    const { days } = await statusOf({ announced: [told('2026-01-15', { missing: ['2601.00009'] })], stored: full });
    expect(days[0]).toEqual({
      day: '2026-01-15',
      weekday: true,
      categories: [{ category: 'cs.CL', announced: 3, stored: 3, missing: ['2601.00009'] }],
    });
    expect(days.find(({ day: on }) => on === '2026-01-10')).toMatchObject({ weekday: false });
    expect(days.find(({ day: on }) => on === '2026-01-14')?.categories[0]).toMatchObject({
      announced: null,
      stored: 3,
    });
  });
});

describe('warnings', () => {
  it('there are none when all is well', async () => {
    expect(await codes({ announced: week.map((on) => told(on)), stored: full, runs: [run()] })).toEqual([]);
  });

  it('a weekday that brings nothing', async () => {
    const stored = full.filter(({ day: on }) => on !== '2026-01-14');
    const { warnings } = await statusOf({ stored });
    expect(warnings).toEqual([{ code: 'weekday-empty', message: expect.stringContaining('2026-01-14') }]);
  });

  it('not the days before the ledger begins, nor today before its list is due', async () => {
    const stored = full.filter(({ day: on }) => on === '2026-01-14');
    expect(
      await codes({ stored, firstRun: new Date('2026-01-14T12:00:00Z') }, new Date('2026-01-15T06:00:00Z')),
    ).toEqual([]);
  });

  it('a holiday only where the feed itself was empty', async () => {
    // Martin Luther King Jr. Day is Monday 2026-01-19; its listing would be Tuesday's.
    const now = new Date('2026-01-20T15:00:00Z');
    const stored = [
      ...full,
      { day: day('2026-01-16'), category: 'cs.CL', stored: 1 },
      { day: day('2026-01-19'), category: 'cs.CL', stored: 1 },
    ];
    const lastSuccess = new Date('2026-01-20T12:00:00Z');
    expect(await codes({ stored, lastSuccess }, now)).toEqual(['weekday-empty']);
    expect(await codes({ stored, lastSuccess, announced: [told('2026-01-20', { announced: 0 })] }, now)).toEqual([]);
  });

  it('an empty feed on an ordinary weekday', async () => {
    const stored = full.filter(({ day: on }) => on !== '2026-01-14');
    const { warnings } = await statusOf({ stored, announced: [told('2026-01-14', { announced: 0 })] });
    expect(warnings[0]?.message).toContain('feed was empty too');
  });

  it('counts that differ, with the missing ids', async () => {
    const { warnings } = await statusOf({ announced: [told('2026-01-15', { missing: ['2601.00009'] })], stored: full });
    expect(warnings).toEqual([{ code: 'counts-differ', message: expect.stringMatching(/1 paper of 3 .*2601\.00009/) }]);
  });

  it('a batch that repeats the day before', async () => {
    const announced = [told('2026-01-15', { idsHash: 'same' }), told('2026-01-14', { idsHash: 'same' })];
    expect(await codes({ announced, stored: full })).toEqual(['batch-repeats']);
  });

  it('empty batches do not count as repeated', async () => {
    const empty = { idsHash: 'none', announced: 0 };
    expect(await codes({ announced: [told('2026-01-11', empty), told('2026-01-10', empty)], stored: full })).toEqual(
      [],
    );
  });

  it('a last success that is too old, or none', async () => {
    expect(await codes({ stored: full, lastSuccess: new Date('2026-01-14T08:59:00Z') })).toEqual(['stale']);
    expect(await codes({ stored: full, lastSuccess: null })).toEqual(['never-succeeded']);
  });

  it('a run that failed last, not one that a later run made good', async () => {
    const failed = run({ id: 2, status: 'failed', error: 'arXiv answered HTTP 503.' });
    expect(await codes({ stored: full, runs: [failed, run()] })).toEqual(['run-failed']);
    expect(await codes({ stored: full, runs: [run({ id: 3 }), failed] })).toEqual([]);
  });

  it('a run whose heart has stopped', async () => {
    const dead = run({ status: 'running', finishedAt: null, heartbeatAt: new Date('2026-01-15T14:50:00Z') });
    const { runs, warnings } = await statusOf({ stored: full, runs: [dead] });
    expect(runs[0]?.status).toBe('interrupted');
    expect(warnings.map(({ code }) => code)).toEqual(['run-interrupted']);
    const alive = run({ status: 'running', finishedAt: null, heartbeatAt: new Date('2026-01-15T14:59:00Z') });
    expect(await codes({ stored: full, runs: [alive] })).toEqual([]);
  });

  it('the sample edition', async () => {
    expect(await codes({ stored: full, sample: 140 })).toEqual(['sample']);
  });
});

import { describe, expect, it } from 'vitest';
import type { UtcDay } from '@/src/shared';
import { currentFeedDay, type IngestState, planIngest } from './plan-ingest';

const calm: IngestState = { announced: {}, times: {}, missing: 0, withoutCategories: 0, staleRendering: false };
const day = (text: string) => text as UtcDay;

const plan = (now: string, state: Partial<IngestState> = {}, categories = ['cs.AI', 'cs.CL']) =>
  planIngest({ now: new Date(now), categories, picks: true, state: { ...calm, ...state } });
const names = (...args: Parameters<typeof plan>) => plan(...args).map(({ name }) => name);

describe('announcements', () => {
  it('are fetched for the categories that lack today’s', () => {
    const [feeds] = plan('2026-01-14T12:00:00Z', {
      announced: { 'cs.AI': day('2026-01-14'), 'cs.CL': day('2026-01-13') },
    });
    expect(feeds).toMatchObject({ name: 'feeds', categories: ['cs.CL'] });
  });

  it('are not asked for again within minutes, nor at weekends', () => {
    const tried = { feeds: { triedAt: new Date('2026-01-14T11:50:00Z') } };
    expect(names('2026-01-14T12:00:00Z', { times: tried })).not.toContain('feeds');
    expect(names('2026-01-14T12:10:00Z', { times: tried })).toContain('feeds');
    expect(names('2026-01-17T12:00:00Z')).not.toContain('feeds');
  });

  it.each([
    ['2026-01-14T04:59:00Z', '2026-01-13'],
    ['2026-01-14T05:09:00Z', '2026-01-13'],
    ['2026-01-14T05:10:00Z', '2026-01-14'],
    ['2026-01-17T05:09:00Z', '2026-01-16'],
    ['2026-01-17T05:10:00Z', undefined],
    ['2026-01-19T05:09:00Z', undefined],
    ['2026-01-19T05:10:00Z', '2026-01-19'],
  ])('at %s the feeds are of %s', (now, expected) => {
    expect(currentFeedDay(new Date(now))).toBe(expected);
  });
});

describe('the nightly harvest', () => {
  const done = (at: string) => ({ times: { harvest: { triedAt: new Date(at), doneAt: new Date(at) } } });

  it('is due once after each evening’s announcement', () => {
    expect(names('2026-01-14T05:00:00Z', done('2026-01-14T04:30:00Z'))).not.toContain('harvest');
    expect(names('2026-01-15T03:59:00Z', done('2026-01-14T04:30:00Z'))).not.toContain('harvest');
    expect(names('2026-01-15T04:00:00Z', done('2026-01-14T04:30:00Z'))).toContain('harvest');
  });

  it('is tried again half an hour after a failure', () => {
    const failed = { times: { harvest: { triedAt: new Date('2026-01-14T12:00:00Z') } } };
    expect(names('2026-01-14T12:20:00Z', failed)).not.toContain('harvest');
    expect(names('2026-01-14T12:30:00Z', failed)).toContain('harvest');
  });
});

describe('the rest', () => {
  it('chases missing papers, details and stale renderings where there are any', () => {
    expect(names('2026-01-14T12:00:00Z')).toEqual(['feeds', 'picks', 'harvest']);
    expect(names('2026-01-14T12:00:00Z', { missing: 1, withoutCategories: 1, staleRendering: true })).toEqual([
      'feeds',
      'missing',
      'picks',
      'harvest',
      'details',
      'render',
    ]);
  });

  it('asks the Hub for three days each hour, and not at all where that is off', () => {
    const picks = plan('2026-01-14T12:00:00Z').find(({ name }) => name === 'picks');
    expect(picks).toMatchObject({ from: '2026-01-12', to: '2026-01-14' });
    const off = planIngest({ now: new Date('2026-01-14T12:00:00Z'), categories: ['cs.AI'], picks: false, state: calm });
    expect(off.map(({ name }) => name)).not.toContain('picks');
  });
});

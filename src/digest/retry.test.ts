import { expect, test } from 'vitest';
import { afterFailure, pauseAfter } from './retry';

const queuedAt = new Date('2026-05-29T08:00:00Z');
const step = (over: Partial<Parameters<typeof afterFailure>[0]>) =>
  afterFailure({ judgement: 'deferred', attempts: 1, queuedAt, now: queuedAt, random: 0.5, ...over });
const minutes = (next: ReturnType<typeof step>, now = queuedAt): number | string =>
  next.state === 'queued' ? (next.at.getTime() - now.getTime()) / 60_000 : next.state;

test('waits double from a minute to an hour', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 30].map((attempts) => minutes(step({ attempts })))).toEqual([
    ...[1, 2, 4, 8, 16, 32, 60, 60, 60],
  ]);
});

test('messages that failed together do not come back together', () => {
  expect([0, 1].map((random) => minutes(step({ attempts: 7, random })))).toEqual([45, 75]);
});

test('after a day it is given up, and the address keeps its good name', () => {
  const now = new Date('2026-05-30T07:30:00Z');
  expect(step({ attempts: 30, now })).toEqual({ state: 'failed', suppress: false });
  expect(minutes(step({ attempts: 1, now }), now)).toBe(1);
});

test('an address that bounced is suppressed at once', () => {
  expect(step({ judgement: 'bounced' })).toEqual({ state: 'failed', suppress: true });
});

test('a refusal for good is tried twice more, hours apart, and suppresses nobody', () => {
  expect([1, 2, 3].map((attempts) => minutes(step({ judgement: 'refused', attempts })))).toEqual([5, 60, 'failed']);
  expect(step({ judgement: 'refused', attempts: 3 })).toEqual({ state: 'failed', suppress: false });
});

test('a busy server is left alone longer each time, up to a quarter of an hour', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 50].map((times) => pauseAfter(times) / 1_000)).toEqual([
    ...[15, 30, 60, 120, 240, 480, 900, 900],
  ]);
});

import { expect, test } from 'vitest';
import { apiLimit, isMetered } from './api-limit';

function setUp(perMinute = 2) {
  const state = { now: 1_000_000 };
  return { state, limit: apiLimit({ perMinute, clock: () => state.now }) };
}

test('says what is left, refuses what is beyond, and begins anew after a minute', () => {
  const { state, limit } = setUp();
  expect(limit('192.0.2.1')).toEqual({
    headers: ['RateLimit-Policy', '"default";q=2;w=60', 'RateLimit', '"default";r=1;t=60'],
    retryAfter: undefined,
  });
  state.now += 20_000;
  expect(limit('192.0.2.1').headers.at(-1)).toBe('"default";r=0;t=40');
  expect(limit('192.0.2.1')).toMatchObject({ retryAfter: 40 });
  expect(limit('192.0.2.2').retryAfter).toBeUndefined();
  state.now += 40_000;
  expect(limit('192.0.2.1').retryAfter).toBeUndefined();
});

test('all addresses of one network count as one client, and the machine itself is not counted', () => {
  const { limit } = setUp(1);
  limit('2001:db8::1');
  expect(limit('2001:db8::ffff:2').retryAfter).toBe(60);
  expect(limit('2001:db8:0:1::1').retryAfter).toBeUndefined();
  for (let at = 0; at < 5; at++) expect(limit('127.0.0.1').retryAfter).toBeUndefined();
});

test.each([
  ['/api/daily_papers?date=2026-05-29', true],
  ['/api/papers/hep-th/9901001', true],
  ['/api/openapi.json', true],
  ['/api/jobs/ingest', false],
  ['/api/viewer/papers', false],
  ['/papers', false],
])('%s', (target, metered) => {
  expect(isMetered(target)).toBe(metered);
});

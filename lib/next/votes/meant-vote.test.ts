import { beforeAll, expect, test } from 'vitest';
import { setEnv } from '@/lib/env';
import { meantVote, meantVoteCookie } from './meant-vote';

beforeAll(() =>
  setEnv({ AUTH_SECRET: 'a secret for tests, and long enough to be one', BASE_URL: 'http://127.0.0.1:3000' }),
);

const now = new Date('2026-11-23T12:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const vote = { paperId: 'hep-th/9901001', back: '/papers/date/2026-11-20?page=2' };
const sent = (line: string): Headers => new Headers({ cookie: line.split(';')[0] ?? '' });
const cookie = (over = {}): string => meantVoteCookie({ ...vote, ...over }, now);

test('comes back as it went', () => {
  expect(meantVote(sent(cookie()), now)).toEqual(vote);
});

test('is forgotten after twenty minutes', () => {
  expect(meantVote(sent(cookie()), later(20))).toEqual(vote);
  expect(meantVote(sent(cookie()), later(20.1))).toBeUndefined();
});

test('leads nowhere else', () => {
  expect(meantVote(sent(cookie({ back: '//evil.example' })), now)?.back).toBe('/');
});

test.each([
  [
    'another paper under the same signature',
    (value: string) =>
      `${Buffer.from(JSON.stringify({ ...vote, paperId: '2601.00001', until: 1e15 })).toString('base64url')}.${value.split('.')[1]}`,
  ],
  ['no signature', (value: string) => value.split('.')[0] ?? ''],
  ['an empty signature', (value: string) => `${value.split('.')[0]}.`],
  ['a longer one', (value: string) => `${value}A`],
  ['a third part', (value: string) => `${value}.A`],
  ['nothing', () => ''],
  ['noise', () => '%%%.%%%'],
] as const)('is not taken with %s', (_, forge) => {
  const [name = '', value = ''] = (cookie().split(';')[0] ?? '').split('=');
  expect(meantVote(new Headers({ cookie: `${name}=${forge(decodeURIComponent(value))}` }), now)).toBeUndefined();
});

import { describe, expect, test } from 'vitest';
import { guardOrigin } from './guard-origin';

const site = new URL('https://papers.example.org');
const local = new URL('http://127.0.0.1:3000');
const post = (headers: Record<string, string>): Request =>
  new Request('https://papers.example.org/votes', { method: 'POST', headers });
const status = (headers: Record<string, string>, at = site): number => guardOrigin(post(headers), at)?.status ?? 200;

test("the site's own origin passes", () => {
  expect(status({ origin: 'https://papers.example.org' })).toBe(200);
});

test('a missing origin is refused, also beside a cookie', () => {
  expect(status({})).toBe(403);
  expect(status({ cookie: 'broadsheet.session_token=x', referer: 'https://papers.example.org/' })).toBe(403);
});

test.each([
  'null',
  'https://evil.example',
  'http://papers.example.org',
  'https://papers.example.org:8443',
  'https://papers.example.org.evil.example',
  'https://evil.example/https://papers.example.org',
  'https://papers.example.org@evil.example',
  'https://PAPERS.example.org',
  'https://papers.example.org/',
  'papers.example.org',
  'https://papers.example.org, https://evil.example',
  'http://127.0.0.1:3000',
  '',
])('%j is refused', (origin) => {
  expect(status({ origin })).toBe(403);
});

test('a bearer token needs no origin, another scheme does', () => {
  expect(status({ authorization: 'Bearer bs_x' })).toBe(200);
  expect(status({ authorization: 'Basic eDp5' })).toBe(403);
});

describe('on a loopback address', () => {
  test.each(['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000'])('%s passes', (origin) => {
    expect(status({ origin }, local)).toBe(200);
    expect(status({ origin }, new URL('http://0.0.0.0:3000'))).toBe(200);
  });

  test.each([
    'http://localhost',
    'http://localhost:3001',
    'https://localhost:3000',
    'http://localhost:3000/x',
    'http://localhost.evil.example:3000',
    'http://evil.example:3000',
    'http://127.0.0.1.nip.io:3000',
    'http://2130706433:3000',
    'null',
  ])('%s is refused', (origin) => {
    expect(status({ origin }, local)).toBe(403);
  });
});

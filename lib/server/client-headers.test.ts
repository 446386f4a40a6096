import { expect, test } from 'vitest';
import { applicationHeaders, clientAddress, sharedHeaders } from './client-headers';

const site = { origin: new URL('https://papers.example.org'), trustedProxies: 0 };
const local = { origin: new URL('http://127.0.0.1:3000'), trustedProxies: 0 };

test('headers that steer Next or claim an identity do not get through', () => {
  const sent = {
    host: 'evil.example',
    'content-security-policy': "script-src 'nonce-abc'",
    'content-security-policy-report-only': "script-src 'nonce-abc'",
    'x-nonce': 'abc',
    'x-forwarded-for': '1.2.3.4',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'ftp',
    'x-client-address': '1.2.3.4',
    'x-middleware-subrequest': 'proxy:proxy:proxy',
    'x-middleware-rewrite': '/api/health',
    'x-nextjs-data': '1',
    'x-matched-path': '/status',
    'x-invoke-path': '/status',
    'next-resume': '1',
    'next-router-state-tree': '%5B%22%22%5D',
    'x-real-ip': '1.2.3.4',
    forwarded: 'for=1.2.3.4',
    'transfer-encoding': 'chunked',
    connection: 'x-client-address',
  };
  expect(applicationHeaders(sent, site, '9.9.9.9')).toEqual({
    host: 'papers.example.org',
    'x-forwarded-host': 'papers.example.org',
    'x-forwarded-proto': 'https',
    'x-client-address': '9.9.9.9',
  });
});

test('what the application needs gets through', () => {
  const sent = {
    cookie: 'a=b',
    authorization: 'Bearer x',
    origin: 'https://papers.example.org',
    accept: 'text/html',
    rsc: '1',
  };
  expect(applicationHeaders({ ...sent, 'next-action': 'abc' }, site, '')).toMatchObject({
    ...sent,
    'next-action': 'abc',
  });
});

test.each([
  ['localhost:3000', 'localhost:3000'],
  ['LOCALHOST:3000', 'LOCALHOST:3000'],
  ['[::1]:3000', '[::1]:3000'],
  ['localhost:4000', '127.0.0.1:3000'],
  ['evil.example:3000', '127.0.0.1:3000'],
  ['localhost:3000@evil.example', '127.0.0.1:3000'],
])('on one machine, asked as %s, the site is %s', (host, seen) => {
  expect(applicationHeaders({ host }, local, '')['host']).toBe(seen);
});

test('a rendering for everybody knows nothing of anybody', () => {
  expect(sharedHeaders(site)).toEqual({
    host: 'papers.example.org',
    'x-forwarded-host': 'papers.example.org',
    'x-forwarded-proto': 'https',
    accept: 'text/html,*/*',
    'user-agent': 'Broadsheet page cache',
  });
});

test.each([
  [0, '6.6.6.6', '10.0.0.1'],
  [1, '6.6.6.6', '6.6.6.6'],
  [1, '1.1.1.1, 6.6.6.6', '6.6.6.6'],
  [2, '1.1.1.1, 6.6.6.6, 10.0.0.9', '6.6.6.6'],
  [2, '6.6.6.6', '6.6.6.6'],
  [1, '', '10.0.0.1'],
  [1, undefined, '10.0.0.1'],
])('behind %i proxies of ours, X-Forwarded-For %s means %s', (proxies, forwarded, address) => {
  expect(clientAddress('::ffff:10.0.0.1', forwarded, proxies)).toBe(address);
});

import { expect, test } from 'vitest';
import { applicationHeaders, clientAddress, LOCAL_HEADER } from './client-headers';

const site = { origin: new URL('http://127.0.0.1:3000'), trustedProxies: 0 };
const local = (headers: Record<string, string>, address: string): boolean =>
  applicationHeaders(headers, site, address)[LOCAL_HEADER] === '1';

test.each(['127.0.0.1', '127.8.9.1', '::1'])('a client at %s is on this machine', (address) => {
  expect(local({ host: 'localhost:3000' }, address)).toBe(true);
});

test.each(['192.168.1.7', '10.0.0.1', '203.0.113.9', 'fe80::1', '127.0.0.1.evil.example', '', '::ffff:203.0.113.9'])(
  'a client at %j is not',
  (address) => {
    expect(local({ host: 'localhost:3000', 'x-broadsheet-local': '1' }, address)).toBe(false);
  },
);

test('what a client claims of its address does not reach the application', () => {
  const claims = { 'x-client-address': '127.0.0.1', 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '1.2.3.4', host: 'x' };
  expect(applicationHeaders(claims, site, '203.0.113.9')).toEqual({
    host: '127.0.0.1:3000',
    'x-forwarded-host': '127.0.0.1:3000',
    'x-forwarded-proto': 'http',
    'x-client-address': '203.0.113.9',
  });
});

test.each([
  ['203.0.113.9', undefined, 0, '203.0.113.9'],
  ['::ffff:203.0.113.9', undefined, 0, '203.0.113.9'],
  ['203.0.113.9', '1.1.1.1', 0, '203.0.113.9'],
  ['10.0.0.1', '1.1.1.1, 203.0.113.9', 1, '203.0.113.9'],
  ['10.0.0.1', '1.1.1.1, 203.0.113.9, 10.0.0.2', 2, '203.0.113.9'],
  ['10.0.0.1', undefined, 1, '10.0.0.1'],
])('from %s with %s and %i proxies it is %s', (socket, forwarded, proxies, address) => {
  expect(clientAddress(socket, forwarded, proxies)).toBe(address);
});

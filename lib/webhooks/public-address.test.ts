import type { LookupAddress } from 'node:dns';
import { expect, test } from 'vitest';
import { isCallableHost, isPublicAddress, publicLookup } from './public-address';

test.each(['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', '::ffff:93.184.215.14'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '192.0.2.1',
  '198.18.0.1',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  'fd00:ec2::254',
  '::ffff:127.0.0.1',
  '::ffff:169.254.169.254',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001::1',
  'localhost',
  '',
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  ['http://0x7f.1/', false],
  ['http://2130706433/', false],
  ['http://017700000001/', false],
  ['http://[::1]/', false],
  ['http://127.1/', false],
  ['http://93.184.215.14/', true],
  ['http://papers.example/', true],
])('the host of %s', (url, callable) => {
  expect(isCallableHost(new URL(url).hostname)).toBe(callable);
});

const answering = (...addresses: string[]) =>
  publicLookup(((_: string, __: unknown, callback: (error: null, found: LookupAddress[]) => void) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as never);
const looked = (lookup: ReturnType<typeof answering>) =>
  new Promise((resolve) =>
    lookup('x.example', { all: true } as never, (error, found) => resolve(error ? error.name : found)),
  );

test('a name is refused if any of its addresses is private', async () => {
  expect(await looked(answering('93.184.215.14'))).toEqual([{ address: '93.184.215.14', family: 4 }]);
  expect(await looked(answering('93.184.215.14', '10.0.0.1'))).toBe('PrivateAddress');
  expect(await looked(answering())).toBe('PrivateAddress');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTarget } from './request-target';

test.each([
  ['/', { pathname: '/', query: '' }],
  ['/papers?sort=new&x=%zz', { pathname: '/papers', query: 'sort=new&x=%zz' }],
  ['/papers/hep-th/9901001', { pathname: '/papers/hep-th/9901001', query: '' }],
  ['/papers/hep-th%2F9901001', { pathname: '/papers/hep-th%2F9901001', query: '' }],
  ['/authors/%C3%A9lise', { pathname: '/authors/%C3%A9lise', query: '' }],
  ['/authors/a%7Eb', { pathname: '/authors/a~b', query: '' }],
  ['/papers/', { pathname: '/papers/', query: '' }],
  ['/a?b?c', { pathname: '/a', query: 'b?c' }],
])('%s is read as its path and query', (raw, value) => {
  expect(parseTarget(raw)).toEqual({ ok: true, value });
});

test.each([
  ['%E0%A4%A', 'not a path'],
  ['/%E0%A4%A', 'a broken escape'],
  ['/%', 'a lone percent sign'],
  ['//evil.example/papers', 'two slashes'],
  ['http://evil.example/', 'an absolute address'],
  ['*', 'a star'],
  ['', 'nothing'],
  ['/a%00b', 'an escaped NUL'],
  ['/a\u0000b', 'a NUL'],
  ['/a%0d%0ab', 'an escaped line end'],
  ['/../etc/passwd', 'dot segments'],
  ['/%2e%2e/etc/passwd', 'escaped dot segments'],
  ['/a/./b', 'a dot segment'],
  ['/a%5c..%5cb', 'an escaped backslash'],
  ['/a\\b', 'a backslash'],
  ['/a b', 'a blank'],
])('%s is refused for %s', (raw) => {
  expect(parseTarget(raw)).toMatchObject({ ok: false, refusal: { code: 'bad-target' } });
});

test('an address of endless length is refused as such', () => {
  expect(parseTarget(`/${'a'.repeat(5_000)}`)).toMatchObject({ ok: false, refusal: { code: 'long-target' } });
});

test('whatever comes, a path that is let through can be decoded and leads nowhere above the root', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webPath(), fc.string({ unit: 'binary' })), (text) => {
      const target = parseTarget(`/${text}`);
      if (!target.ok) return;
      const decoded = decodeURIComponent(target.value.pathname);
      expect(decoded.split('/')).not.toContain('..');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not get through
      expect(decoded).not.toMatch(/[\u0000-\u001f\\]/);
    }),
  );
});

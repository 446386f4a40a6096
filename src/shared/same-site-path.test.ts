import { expect, test } from 'vitest';
import { sameSitePath } from './same-site-path';

test.each([
  '/',
  '/papers/date/2026-11-20?sort=new&page=2#2401.01234',
  '/papers/hep-th/9901001',
  '/papers?q=a%20b%2Fc',
  '/papers/x?next=https://evil.example',
  '/@ada',
  '/a:b',
])('%s stays as it is', (path) => {
  expect(sameSitePath(path)).toBe(path);
});

// Each family has sent some site's visitors away.
const TRICKS = [
  'https://evil.example',
  'http:evil.example',
  'https:/evil.example',
  'HTTPS://evil.example',
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '//evil.example/%2f..',
  '//evil.example@papers.example.org',
  '//[::1]',
  '//2130706433',
  '//evil%E3%80%82example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/ /evil.example',
  '\u0000//evil.example',
  '/\u0000/evil.example',
  '/\u00a0/evil.example',
  '/\u2028/evil.example',
  '/\u200b/evil.example',
  '/\u202e/evil.example',
  '/\ufeff/evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/%2e//evil.example',
  '/%2e%2e//evil.example',
  '/x/%2e%2e//evil.example',
  '/./\\evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'mailto:a@evil.example',
  'blob:https://evil.example/1',
  'evil.example',
  '@evil.example',
  '.evil.example',
  '?next=//evil.example',
  '#//evil.example',
  '',
  '/ok\r\nSet-Cookie: a=b',
  '/ok\r\nLocation: https://evil.example',
  `/${'a'.repeat(3000)}`,
];

test.each(TRICKS)('%j leads home instead', (input) => {
  expect(sameSitePath(input, '/home')).toBe('/home');
});

test('the corpus has at least forty', () => {
  expect(TRICKS.length).toBeGreaterThanOrEqual(40);
});

test.each([undefined, null, 7, ['/papers'], { toString: () => '/papers' }])('%j is not a path', (input) => {
  expect(sameSitePath(input)).toBe('/');
});

test('whatever comes out stays on the site, for a browser too', () => {
  for (const trick of TRICKS) {
    for (const input of [trick, `/${trick}`, `/x?next=${trick}`]) {
      const path = sameSitePath(input);
      expect(new URL(path, 'https://papers.example.org').host).toBe('papers.example.org');
      expect(path).not.toMatch(/^\/[/\\]/);
    }
  }
});

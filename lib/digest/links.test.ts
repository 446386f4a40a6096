import { expect, test } from 'vitest';
import { digestLinks } from './links';

const ID = '0123456789abcdef01234567';
const links = digestLinks('https://papers.example.org', 'a secret that is long enough for tests');
const tokenIn = (link: string): string => new URL(link).pathname.split('/')[2] ?? '';

test('a link leads back to its subscriber, for its own purpose alone', () => {
  const [manage, leave] = [tokenIn(links.manage(ID)), tokenIn(links.unsubscribe(ID))];
  expect(links.manage(ID)).toMatch(/^https:\/\/papers\.example\.org\/subscription\/[\w.-]+$/);
  expect(links.unsubscribe(ID)).toMatch(/\/unsubscribe$/);
  expect([links.verify(manage, 'manage'), links.verify(leave, 'unsubscribe')]).toEqual([ID, ID]);
  expect([links.verify(leave, 'manage'), links.verify(manage, 'unsubscribe')]).toEqual([null, null]);
});

test('a token that was changed, cut or signed by another secret is none', () => {
  const token = tokenIn(links.manage(ID));
  const other = tokenIn(digestLinks('https://papers.example.org', 'another secret that is long enough').manage(ID));
  const changed = [
    ...[other, token.slice(0, -1), `${token}A`, token.replace('0', '1'), token.replace('manage', 'unsubscribe')],
    ...[token.toUpperCase(), `${token}.`, '', '..', `${ID}.manage.${'A'.repeat(43)}`, ` ${token}`, `${token}\n`],
  ];
  for (const bad of changed) expect(links.verify(bad, 'manage'), bad).toBeNull();
});

import { expect, test } from 'vitest';
import { publicPath, SEARCHES, tagsOfPath } from './public-paths';

test.each([
  ['/', ['all', 'lists']],
  ['/papers', ['all', 'lists', 'search']],
  ['/papers/date/2026-05-29', ['all', 'day:2026-05-29', 'lists']],
  ['/papers/date/2026-05-29/map', ['all', 'day:2026-05-29', 'lists']],
  ['/papers/week/2026-W22', ['all', 'lists']],
  ['/papers/month/2026-05', ['all', 'lists']],
  ['/papers/trending', ['all', 'lists']],
  ['/papers/2401.01234', ['all', 'paper:2401.01234']],
  ['/papers/2401.01234v2', ['all', 'paper:2401.01234']],
  ['/papers/hep-th/9901001', ['all', 'paper:hep-th/9901001']],
  ['/authors/ada-lovelace', ['all', 'lists']],
  ['/categories/cs.CL', ['all', 'lists']],
  ['/about', ['all']],
  ['/search', ['all']],
  ['/subscribe', ['all']],
  ['/status', ['all', 'status', 'lists']],
  ['/papers/2401.01234.md', ['all', 'paper:2401.01234']],
  ['/papers/trending.md', ['all', 'lists', 'search']],
  ['/cite/papers/2401.01234', ['all', 'paper:2401.01234']],
  ['/cite/papers/trending', ['all', 'lists', 'search']],
  ['/citations/bibtex/papers/2401.01234', ['all', 'paper:2401.01234']],
  ['/feeds/atom/categories/cs.CL', ['all', 'lists', 'search']],
])('%s depends on %j', (path, tags) => {
  expect(tagsOfPath(path)).toEqual(tags);
});

test.each([
  '/api/health',
  '/papers/date/2026-02-31',
  '/papers/not-a-paper',
  '/settings',
  '/papers/',
  '/papers//x',
  '/sign-in',
  '/subscribe/link',
  '/subscription/a-token',
  '/feeds/atom/people/ada/saved',
  '/cite/people/ada/upvoted',
  '/people/ada/saved.md',
  '/citations/bibtex/papers/trending',
  '/saved',
])('%s is not kept', (path) => {
  expect(publicPath(path)).toBeUndefined();
});

const canonical = (query: string, path = '/papers'): string | undefined =>
  publicPath(path)?.canonical(new URLSearchParams(query));

test('only what changes a list is in its key, in one order and without defaults', () => {
  expect(canonical('')).toBe('');
  expect(canonical('utm_source=x&fbclid=y')).toBe('');
  expect(canonical('sort=votes&page=1')).toBe('');
  expect(canonical('page=2&sort=newest')).toBe(canonical('sort=newest&x=1&page=2'));
  expect(canonical('page=2&sort=newest')).not.toBe(canonical('page=2'));
});

test('a query that the page refuses is not kept', () => {
  expect(canonical('sort=nonsense')).toBeUndefined();
});

test('a page without a query of its own ignores every query', () => {
  expect(canonical('page=7', '/about')).toBe('');
});

test('the page to subscribe on is not kept while it says something to one reader', () => {
  expect(canonical('utm_source=x', '/subscribe')).toBe('');
  expect(canonical('problem=1', '/subscribe')).toBeUndefined();
  expect(canonical('done=erased', '/subscribe')).toBeUndefined();
});

test('searches that ask the same are one page, however they were typed', () => {
  const key = canonical('q=graph+trees+cat%3Acs.CL');
  expect(canonical('q=++graph%20trees,+cat:CS.cl&utm_source=x')).toBe(key);
  expect(canonical('q=graph+trees&page=2')).not.toBe(canonical('q=graph+trees'));
  expect(canonical('q=graph+trees&page=1')).toBe(canonical('q=graph+trees'));
});

test('what a search could not use, and pasted addresses, reach the page as they were typed', () => {
  expect(new URLSearchParams(canonical('q=aftr:2024+graph')).get('q')).toBe('aftr:2024 graph');
  const address = 'https://arxiv.org/abs/2401.01234v2';
  expect(new URLSearchParams(canonical(`q=${encodeURIComponent(address)}`)).get('q')).toBe(address);
});

test('searches share one small place of the cache, apart from the lists', () => {
  const group = (query: string) => publicPath('/papers')?.group(canonical(query) ?? '');
  expect(group('q=one')).toBe(SEARCHES);
  expect(group('q=two&page=3')).toBe(SEARCHES);
  expect(group('sort=newest')).toBe('/papers');
  expect(group('')).toBe('/papers');
});

test('a paper’s page is kept for each side of its kin', () => {
  const path = '/papers/2401.01234';
  expect(canonical('similar=older', path)).toBe('similar=older');
  expect(canonical('similar=sideways', path)).toBe('');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPage, DEFAULT_OPTIONS, listQuery, PAGE_SIZE, parseListOptions, SORTS } from './list-options';

test('nothing asked, or asked with nothing, is the default list', () => {
  expect(parseListOptions({})).toEqual({ ok: true, value: DEFAULT_OPTIONS });
  expect(parseListOptions({ show: '', category: '', sort: '', page: '' })).toEqual({
    ok: true,
    value: DEFAULT_OPTIONS,
  });
});

test('reads all four, and ignores the rest', () => {
  expect(
    parseListOptions({ show: 'picks', category: 'cs.CL', sort: 'newest', page: '3', q: 'x', utm_source: 'y' }),
  ).toEqual({ ok: true, value: { show: 'picks', category: 'cs.CL', sort: 'newest', page: 3 } });
});

test('of a repeated parameter the first counts', () => {
  expect(parseListOptions({ page: ['2', '3'] })).toMatchObject({ value: { page: 2 } });
});

describe('what makes no sense is refused with a sentence', () => {
  test.each([
    { show: 'everything' },
    { sort: 'best' },
    { category: "cs.CL'; DROP TABLE papers" },
    { category: 'CS.CL' },
    { page: '0' },
    { page: '-1' },
    { page: '1.5' },
    { page: '1e3' },
    { page: '99999' },
    { page: 'two' },
  ])('%j', (query) => {
    const refused = parseListOptions(query);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'bad-query' } });
    expect(!refused.ok && refused.refusal.message).toMatch(/\.$/);
  });
});

test('a query string leads back to the options it was made from', () => {
  const options = fc.record({
    show: fc.constantFrom('all' as const, 'picks' as const),
    category: fc.constantFrom(null, 'cs.CL', 'hep-th', 'cond-mat.mtrl-sci'),
    sort: fc.constantFrom(...SORTS),
    page: fc.integer({ min: 1, max: 9999 }),
  });
  fc.assert(
    fc.property(options, (given) => {
      const query = Object.fromEntries(new URLSearchParams(listQuery(given)));
      expect(parseListOptions(query)).toEqual({ ok: true, value: given });
    }),
  );
});

test('the default list has no query, so that it has one address', () => {
  expect(listQuery(DEFAULT_OPTIONS)).toBe('');
  expect(listQuery({ page: 2, sort: 'votes' })).toBe('?page=2');
});

test('the last page is the one that holds the last paper', () => {
  expect(checkPage(1, 0)).toEqual({ ok: true, value: 1 });
  expect(checkPage(2, PAGE_SIZE * 2)).toEqual({ ok: true, value: 2 });
  expect(checkPage(2, PAGE_SIZE)).toMatchObject({ refusal: { code: 'no-such-page' } });
  expect(checkPage(4, PAGE_SIZE * 2 + 1)).toMatchObject({ refusal: { message: 'This list ends at page 3.' } });
});

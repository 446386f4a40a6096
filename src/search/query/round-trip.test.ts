import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from './parse-query';
import { printQuery } from './print-query';
import { requestOf } from './request-of';
import { LONGEST_QUERY } from './search-query';

// Pieces that mean something to the language, so that chance finds their collisions.
const piece = fc.oneof(
  fc.constantFrom(
    ...['"', '-', ':', ' ', '\\', '{', '}', '$', '\\"a', "\\'", '\\v', 'e\u0301', '“', '\u0000', '\u200d'],
  ),
  fc.constantFrom(
    ...['author:', 'cat:', 'after:', 'before:', 'has:code', 'min:', 'sort:new', 'cs.CL', '2024-01', '10'],
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const typed = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

test('whatever was typed, printing what was read and reading that again changes nothing and raises no complaint', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const { query } = parseQuery(text);
      const printed = printQuery(query);
      fc.pre(printed.length <= LONGEST_QUERY);
      expect(parseQuery(printed)).toEqual({ query, problems: [] });
    }),
    { numRuns: 1_000 },
  );
});

test('a filter can be taken away and put back by the text alone', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const { query } = parseQuery(text);
      const narrowed = { ...query, categories: ['cs.CL'], hasCode: true };
      fc.pre(printQuery(narrowed).length <= LONGEST_QUERY);
      const widened = {
        ...parseQuery(printQuery(narrowed)).query,
        categories: query.categories,
        hasCode: query.hasCode,
      };
      expect(widened).toEqual(query);
    }),
    { numRuns: 300 },
  );
});

test('every query makes a request within the limits', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const request = requestOf(parseQuery(text).query, { limit: 30, offset: 0 });
      expect(request.text.length).toBeLessThanOrEqual(LONGEST_QUERY * 2);
      expect(JSON.stringify(request)).not.toMatch(/\\u0000/);
      expect(request.after === null || request.before === null || request.after < request.before).toBe(true);
    }),
    { numRuns: 300 },
  );
});

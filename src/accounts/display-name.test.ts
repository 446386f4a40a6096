import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanDisplayName, parseDisplayName } from './display-name';

test.each([
  ['Ada Lovelace', 'Ada Lovelace'],
  ['  Ada \t\n Lovelace ', 'Ada Lovelace'],
  ['Jose\u0301', 'José'],
  ['\u202eadA', 'adA'],
  ['A\u200bd\u200da', 'Ada'],
  ['Ada\u0000\u0007', 'Ada'],
  ['\u2066Ada\u2069 \u200f', 'Ada'],
  ['Ada\u3164', 'Ada'],
  ['李 小龙', '李 小龙'],
  ['\u00a0Ada\u2003L', 'Ada L'],
  ['<b>Ada</b>', '<b>Ada</b>'],
  ['', ''],
  ['\u200b', ''],
])('%j is shown as %j', (text, shown) => {
  expect(cleanDisplayName(text)).toBe(shown);
});

test('a tower of accents is cut to three', () => {
  expect([...cleanDisplayName(`x${'\u0335'.repeat(40)}`)]).toHaveLength(4);
});

test('sixty characters are a name, sixty-one are not', () => {
  expect(parseDisplayName('é'.repeat(60)).ok).toBe(true);
  expect(parseDisplayName('é'.repeat(61))).toMatchObject({ ok: false, refusal: { code: 'long-name' } });
});

test('a name that was cleaned stays as it is, on one line and without anything unseen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
      const name = cleanDisplayName(text);
      expect(cleanDisplayName(name)).toBe(name);
      expect(name).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    }),
    { seed: 9, numRuns: 2_000 },
  );
});

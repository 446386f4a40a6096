import { describe, expect, test } from 'vitest';
import { cleanText, isBlank } from './clean-text';

test('line ends become one kind, and blank lines at both ends go', () => {
  expect(cleanText('\r\n\na\r\nb\rc \n\n')).toBe('a\nb\nc');
});

test.each([
  ['an override of direction', 'a\u202eb', 'ab'],
  ['isolates', '\u2066a\u2069', 'a'],
  ['zero-width blanks', 'a\u200bb\u2060c\ufeff', 'abc'],
  ['a soft hyphen', 'a\u00adb', 'ab'],
  ['fillers that look like blanks', 'a\u3164b\u115f', 'ab'],
  ['letters of the tag plane', 'a\u{e0061}\u{e0062}b', 'ab'],
  ['private use', 'a\ue000b', 'ab'],
  ['NUL and escape', 'a\u0000\u001bb', 'ab'],
  ['C1 controls', 'a\u0085b', 'ab'],
  ['half a pair', 'a\ud83d', 'a\ufffd'],
])('%s', (_name, input, clean) => {
  expect(cleanText(input)).toBe(clean);
});

test.each(['👩‍👩‍👧', 'می‌خواهم', 'क्ष', 'שָׁלוֹם', 'e\u0301tat', 'a\tb'])('%s stays as it is', (text) => {
  expect(cleanText(text)).toBe(text);
});

test('a tower of marks is cut to four', () => {
  expect(cleanText(`a${'\u0301'.repeat(500)}b`)).toBe(`a${'\u0301'.repeat(4)}b`);
});

describe('nothing to see', () => {
  test.each(['', ' \n\t', '\u200d\u200c', '\u0301\u0302', '\u00a0\u2003'])('%j is blank', (text) => {
    expect(isBlank(text)).toBe(true);
  });
  test.each(['.', '👍', 'ок'])('%j is not', (text) => {
    expect(isBlank(text)).toBe(false);
  });
});

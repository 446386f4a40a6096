import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newcomerHandle, parseHandle, proposeHandles } from './handle';

const code = (text: string): string => {
  const parsed = parseHandle(text);
  return parsed.ok ? parsed.value : parsed.refusal.code;
};

test.each([
  ['ada', 'ada'],
  ['Ada-Lovelace', 'ada-lovelace'],
  ['@ada', 'ada'],
  ['x1y', 'x1y'],
  ['a'.repeat(30), 'a'.repeat(30)],
])('%s is taken as %s', (text, handle) => {
  expect(code(text)).toBe(handle);
});

test.each([
  '',
  'ab',
  'a'.repeat(31),
  '-ada',
  'ada-',
  'a--b',
  'a_b',
  'a.b',
  'a/b',
  'a b',
  'ada\n',
  ' ada',
  'a%61',
  '@@ada',
  '<b>',
])('%j is refused', (text) => {
  expect(code(text)).toBe('bad-handle');
});

describe('tricks with Unicode', () => {
  test.each([
    ['Cyrillic а', '\u0430da'],
    ['Greek omicron', 'b\u03bfb'],
    ['dotless ı', 'l\u0131sa'],
    ['full-width letters', '\uff41\uff44\uff41'],
    ['mathematical bold', '\u{1d41a}da'],
    ['an accent', 'ad\u00e1'],
    ['a combining accent', 'ada\u0301'],
    ['long s', '\u017fam'],
    ['Kelvin sign', '\u212aate'],
    ['ligature fi', '\ufb01nn'],
    ['non-ASCII hyphen', 'ada\u2010b'],
    ['soft hyphen', 'ada\u00adb'],
    ['zero-width space', 'a\u200bda'],
    ['zero-width joiner', 'a\u200dda'],
    ['right-to-left override', '\u202eada'],
    ['bidi isolate', '\u2066ada\u2069'],
    ['byte order mark', '\ufeffada'],
    ['Hangul filler', 'ada\u3164'],
    ['variation selector', 'ada\ufe0f'],
    ['tag letter', 'ada\u{e0061}'],
    ['NUL', 'ada\u0000'],
    ['no-break space', 'ada\u00a0b'],
    ['lone surrogate', 'ada\ud800'],
    ['emoji', 'ada😀'],
  ])('%s is refused', (_, text) => {
    expect(code(text)).toBe('bad-handle');
  });

  test('the sentence names the letter that only looks right', () => {
    expect(parseHandle('\u0430da')).toMatchObject({ refusal: { message: expect.stringContaining('“а” (U+0430)') } });
    expect(parseHandle('a\u200bda')).toMatchObject({ refusal: { message: expect.stringContaining('U+200B') } });
  });

  test('whatever passes is plain ASCII of the right shape', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const parsed = parseHandle(text);
        if (parsed.ok) expect(parsed.value).toMatch(/^(?=.{3,30}$)[a-z0-9]+(?:-[a-z0-9]+)*$/);
      }),
      { seed: 7, numRuns: 2_000 },
    );
  });
});

test.each([
  'admin',
  'ADMIN',
  'adm1n',
  'ad-min',
  'm0derator',
  'rnoderator',
  'supp0rt',
  'settings',
  'deleted',
  'reader-ada',
])('%s is kept free', (text) => {
  expect(code(text)).toBe('reserved-handle');
});

test('the handle of a newcomer can be chosen by nobody', () => {
  expect(code(newcomerHandle('1a2b3c4d'))).toBe('reserved-handle');
});

describe('proposals', () => {
  test.each([
    ['Ada Lovelace', 'ada-lovelace'],
    ['José Ángel', 'jose-angel'],
    ['ada.lovelace+papers', 'ada-lovelace-papers'],
    ['Łukasz Straße', 'lukasz-strasse'],
    ['admin', 'admin-reads'],
    ['x', 'x-reads'],
  ])('%s is offered %s first', (seed, first) => {
    expect(proposeHandles(seed, 2026)[0]).toBe(first);
  });

  test('from nothing usable there is nothing to offer', () => {
    expect(proposeHandles('李', 2026)).toEqual([]);
  });

  test('every proposal parses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (seed) => {
        for (const handle of proposeHandles(seed, 2026)) expect(code(handle)).toBe(handle);
      }),
      { seed: 8, numRuns: 1_000 },
    );
  });
});

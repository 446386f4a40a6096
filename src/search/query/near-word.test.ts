import { expect, test } from 'vitest';
import { isOneLetterAway } from './near-word';

test.each([
  ['tranformer', 'transformer'],
  ['transformerr', 'transformer'],
  ['trensformer', 'transformer'],
  ['tarnsformer', 'transformer'],
  ['a', 'ab'],
])('%s is one letter away from %s', (a, b) => {
  expect(isOneLetterAway(a, b)).toBe(true);
  expect(isOneLetterAway(b, a)).toBe(true);
});

test.each([
  ['same', 'same'],
  ['transfer', 'transformer'],
  ['abcd', 'badc'],
  ['', 'ab'],
  ['form', 'from me'],
])('%s is not one letter away from %s', (a, b) => {
  expect(isOneLetterAway(a, b)).toBe(false);
});

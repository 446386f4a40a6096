import { expect, test } from 'vitest';
import { categoryName, isCategoryCode } from '.';

test('codes are spelled out, and unknown ones stand for themselves', () => {
  expect(categoryName('cs.CL')).toBe('Computation and Language');
  expect(categoryName('hep-th')).toBe('High Energy Physics: Theory');
  expect(categoryName('cs.XX')).toBe('cs.XX');
  expect(categoryName('constructor')).toBe('constructor');
});

test.each(['cs.CL', 'hep-th', 'cond-mat.mtrl-sci', 'q-bio.NC', 'quant-ph', 'math-ph', 'supr-con'])(
  '%s has the shape of a code',
  (code) => {
    expect(isCategoryCode(code)).toBe(true);
  },
);

test.each(['', 'cs.', 'CS.CL', 'cs.CL ', "cs.CL'", 'cs/CL', 'a'.repeat(40)])('%j has not', (text) => {
  expect(isCategoryCode(text)).toBe(false);
});

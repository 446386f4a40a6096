import { expect, test } from 'vitest';
import { drawable, shortened } from './drawable';

test('keeps what the fonts hold', () => {
  const text = 'Łukasz’s “naïve” Ελληνικά – Привет: 100 % ± 3 €';
  expect(drawable(text)).toBe(text);
});

test('resolves compatibility forms, and drops what would be asked of a font server', () => {
  expect(drawable('x² ₂ ﬁt')).toBe('x2 2 fit');
  expect(drawable('⊘ Leaks ↛ 漢字 🚀 here')).toBe('Leaks here');
});

test('shortens between words', () => {
  expect(shortened('one two three', 9)).toBe('one two …');
  expect(shortened('one two', 9)).toBe('one two');
});

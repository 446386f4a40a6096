import { expect, test } from 'vitest';
import { stemOf } from '../text/paper-terms';
import { sharedWords } from './shared-words';

const weights = (...words: string[]) => new Map(words.map((word) => [stemOf(word), 5]));
const weightOf = weights('sparse', 'attention', 'avenue');

test('what both are about is named, and not what both say by the way', () => {
  const own = { title: 'Sparse attention', abstract: 'An avenue to sparser models.' };
  const other = { title: 'Attention, sparsely', abstract: 'It opens an avenue.' };
  expect(sharedWords({ own, other, weightOf, limit: 4 }).sort()).toEqual(['attention', 'sparse']);
});

test('words by the way are better than none', () => {
  const own = { title: 'Cats', abstract: 'An avenue.' };
  const other = { title: 'Dogs', abstract: 'The avenue.' };
  expect(sharedWords({ own, other, weightOf, limit: 4 })).toEqual(['avenue']);
});

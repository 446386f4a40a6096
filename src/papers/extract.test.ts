import { expect, test } from 'vitest';
import { extract } from './extract';

test('the first two sentences, whole', () => {
  expect(extract('One bird sings. Two birds answer! Three fly off.')).toBe('One bird sings. Two birds answer!');
  expect(extract('One bird sings. Two birds answer! Three fly off.', 1)).toBe('One bird sings.');
});

test.each([
  'As Roe et al. Found by chance',
  'Trees, e.g. Oaks and elms',
  'It grows, see Fig. 2 and Eq. 3',
  'J. R. Roe planted it',
  'It gained 3.5 metres',
  'About 1.000 leaves fell',
])('no sentence ends inside: %s', (start) => {
  expect(extract(`${start}. Then it stopped. Nobody knows why.`, 1)).toBe(`${start}.`);
});

test('quotes, brackets and paragraphs', () => {
  expect(extract('“It works.” (So they say.) Then it broke.\n\nThe end.', 2)).toBe('“It works.” (So they say.)');
  expect(extract('No point at the end', 2)).toBe('No point at the end');
  expect(extract('', 2)).toBe('');
});

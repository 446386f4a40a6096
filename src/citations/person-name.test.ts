import { expect, test } from 'vitest';
import { partName } from './person-name';

test.each([
  ['Ada Lovelace', 'Lovelace', 'Ada', '', ''],
  ['Jan van der Berg', 'Berg', 'Jan', 'van der', ''],
  ['Herbert Van de Sompel', 'Van de Sompel', 'Herbert', '', ''],
  ['Ludwig Van Beethoven', 'Van Beethoven', 'Ludwig', '', ''],
  ['M. L. King Jr.', 'King', 'M. L.', '', 'Jr.'],
  ['M. L. King, Jr.', 'King', 'M. L.', '', 'Jr.'],
  ['Nguyễn Văn An', 'An', 'Nguyễn Văn', '', ''],
])('%s', (name, family, given, particle, suffix) => {
  expect(partName(name)).toEqual({ family, given, particle, suffix });
});

test.each(['ATLAS Collaboration', 'Plato', '李小龙', 'Team 42', 'A, B, C'])('%s has no parts', (name) => {
  expect(partName(name)).toEqual({ literal: name });
});

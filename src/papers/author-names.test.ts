import { expect, test } from 'vitest';
import { authorKey } from './author-key';
import { cleanAuthorNames } from './author-names';

test.each([
  ["L\\'aszl\\'o Lov\\'asz", 'László Lovász'],
  ['Stanis{\\l}aw Ulam', 'Stanisław Ulam'],
  ["Nguy\\~{\\^e}n Th\\'{\\i}", 'Nguyễn Thí'],
  ["Andr\\' e Martins", 'André Martins'],
  ['Paul Erd\\H{o}s', 'Paul Erdős'],
  ['Jane Doe (1)', 'Jane Doe'],
  ['Jane Doe (1 and 2)', 'Jane Doe'],
  ['Jane Doe (for the ABC Collaboration)', 'Jane Doe'],
  ['Jane Doe*', 'Jane Doe'],
  ['Jane Doe†‡', 'Jane Doe'],
  ['Jane Petre1', 'Jane Petre'],
  ['Jane Petre1,2', 'Jane Petre'],
  ["Lov\\'asz, L\\'aszl\\'o", 'László Lovász'],
  ['Russell Roe, Jr.', 'Russell Roe, Jr.'],
  ['Roe,', 'Roe'],
  ['\\and Jean Roe', 'Jean Roe'],
  ['and Jean Roe', 'Jean Roe'],
  ['for the ABC Collaboration', 'ABC Collaboration'],
  ['The ABC Collaboration', 'The ABC Collaboration'],
  ['Jane Doe on behalf of the Outreach Group', 'Jane Doe'],
  ['Team Hunyuan3D', 'Team Hunyuan3D'],
  ['GPT-5', 'GPT-5'],
  ['SAM 3D Team', 'SAM 3D Team'],
  ['H. M"uther', 'H. Müther'],
  ['Nicol`o Pagan', 'Nicolò Pagan'],
  ['K. O`Sullivan', 'K. O’Sullivan'],
  ['Hai "Helen" Li', 'Hai "Helen" Li'],
  ['Elmar B\u00c3\u00b6hler', 'Elmar Böhler'],
  ['Eric~Granger', 'Eric Granger'],
  ['D. \u202eroe', 'D. roe'],
  ['王小云', '王小云'],
])('%s is shown as %s', (source, shown) => {
  expect(cleanAuthorNames([source])).toEqual([shown]);
});

test('entries that name nobody are left out, and the order is kept', () => {
  const names = ['Ann Bee', ':', '-', 'and', '7 pages', '(2) Somewhere University', '', 'J', 'Cy Dee'];
  expect(cleanAuthorNames(names)).toEqual(['Ann Bee', 'Cy Dee']);
});

test.each([
  ['László Lovász', 'laszlo-lovasz'],
  ['Laszlo Lovasz', 'laszlo-lovasz'],
  ['Stanisław Łukasz Ørsted-Straße', 'stanislaw-lukasz-orsted-strasse'],
  ["Ciarán O'Sullivan", 'ciaran-o-sullivan'],
  ['Ciarán O’Sullivan', 'ciaran-o-sullivan'],
  ['J. R. R. Tolkien', 'j-r-r-tolkien'],
  ['The ABC/XYZ Collaboration', 'abc-xyz-collaboration'],
  ['ABC/XYZ Collaboration', 'abc-xyz-collaboration'],
  ['王小云', 'u738bu5c0fu4e91'],
  ['***', 'unnamed'],
])('the key of %s is %s', (name, key) => {
  expect(authorKey(name)).toBe(key);
});

import { expect, test } from 'vitest';
import { readJournalRef } from './journal-ref';

test.each([
  ['Phys. Rev. D 76, 013009 (2007)', { venue: 'Phys. Rev. D', volume: '76', pages: '013009', year: 2007 }],
  ['Phys.Rev.D76:013009,2007', { venue: 'Phys. Rev. D', volume: '76', pages: '013009', year: 2007 }],
  ['Nucl. Phys. B 12 (1999) 45-67', { venue: 'Nucl. Phys. B', volume: '12', pages: '45–67', year: 1999 }],
  ['JHEP 05 (2010) 123', { venue: 'JHEP', volume: '05', pages: '123', year: 2010 }],
  ['Journal of Complexity, Vol. 12(3), pp. 4--9, 2001', { volume: '12', issue: '3', pages: '4–9', year: 2001 }],
  ['Nature 521, 436–444 (2015)', { venue: 'Nature', volume: '521', pages: '436–444', year: 2015 }],
  ['Proceedings of ACL 2020, pages 1-10', { kind: 'proceedings', year: 2020 }],
  ['To appear in Annals of Everything', { kind: 'article', venue: 'To appear in Annals of Everything' }],
])('%s', (text, parts) => {
  expect(readJournalRef(text)).toMatchObject(parts);
});

test('reads what nobody would write in no time', () => {
  for (const text of ['a'.repeat(5_000), 'a. '.repeat(2_000), '1 '.repeat(3_000), 'A 1(1'.repeat(900)])
    expect(readJournalRef(text).venue.length).toBeLessThanOrEqual(400);
});

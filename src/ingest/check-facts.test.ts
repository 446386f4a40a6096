import { describe, expect, it } from 'vitest';
import type { PaperId } from '@/src/papers';
import type { UtcDay } from '@/src/shared';
import { someListing, someRecord } from '@/tests/factories/ingest-record';
import { checkRecord } from './check-facts';
import type { PaperFacts } from './paper-facts';

const reasonOf = (over: Partial<PaperFacts>): string => {
  const checked = checkRecord(someRecord(1, over));
  return checked.ok ? 'taken' : checked.refusal.message;
};

describe('records that would spoil their batch', () => {
  it.each<[string, Partial<PaperFacts>, RegExp]>([
    ['a NUL byte in the title', { title: 'a\0b' }, /NUL/],
    ['a NUL byte in an author’s name', { authors: ['Ada', 'B\0o'] }, /NUL/],
    ['a NUL byte in an organization', { organization: { name: 'x\0', fullname: 'X' } }, /NUL/],
    ['half a surrogate pair', { abstract: 'x \ud835 y' }, /surrogate/],
    ['half a pair at the end of a name', { authors: ['A\ud835', '\udc00B'] }, /surrogate/],
    ['a title of a megabyte', { title: 'x'.repeat(1_000_000) }, /title has 1000000/],
    ['an endless abstract', { abstract: 'x'.repeat(60_000) }, /abstract/],
    ['the year 20000', { published: { at: new Date('+020000-01-01T00:00:00Z'), precision: 'instant' } }, /date/],
    ['an impossible date', { revisedAt: new Date(Number.NaN) }, /date/],
    ['a version of the year 0', { versions: [{ version: 1, createdAt: '0000-01-01T00:00:00Z' }] }, /date/],
    ['no title', { title: '' }, /no title/],
    ['no abstract', { abstract: '' }, /no abstract/],
    ['a category that is none', { categories: ['cs.CL', '<script>'] }, /not a category/],
    ['too many authors', { authors: Array.from({ length: 10_001 }, () => 'A') }, /authors/],
    ['an absurd version', { latestVersion: 1_000_000 }, /version/],
  ])('%s', (_name, over, reason) => {
    expect(reasonOf(over)).toMatch(reason);
  });

  it('a listing in the year 20000', () => {
    const checked = checkRecord(someRecord(1, {}, [someListing({ day: '9999-12-31' as UtcDay })]));
    expect(checked.ok).toBe(false);
  });
});

describe('records that are good', () => {
  it('a whole pair, and a paper with 3,303 authors', () => {
    expect(reasonOf({ title: 'On 𝕏', authors: Array.from({ length: 3_303 }, (_, n) => `Author ${n}`) })).toBe('taken');
  });

  it.each([
    ['2601.00001', '2026-01-01'],
    ['hep-th/9901001', '1999-01-01'],
    ['math/0309136', '2003-09-01'],
    ['0704.0001', '2007-04-01'],
  ])('%s without a date is of the month in its id', (id, day) => {
    const record = someRecord(1, { id: id as PaperId });
    delete record.facts.published;
    const checked = checkRecord(record);
    expect(checked.ok && checked.value.facts.published?.at.toISOString().slice(0, 10)).toBe(day);
  });
});

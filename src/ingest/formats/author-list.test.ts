import { describe, expect, it } from 'vitest';
import { forenameFirst, splitAuthors } from './author-list';

describe('arXiv’s author lists', () => {
  it.each([
    ['Ada Quill', ['Ada Quill']],
    ['Ada Quill, Bo Marsh and Chi Reed', ['Ada Quill', 'Bo Marsh', 'Chi Reed']],
    ['Ada Quill, Bo Marsh, and Chi Reed', ['Ada Quill', 'Bo Marsh', 'Chi Reed']],
    ['Ada\n  Quill (1), Bo Marsh (1 and 2) ((1) Somewhere, (2) Elsewhere, and more)', ['Ada Quill', 'Bo Marsh']],
    ['Ada Quill (U. of X, Y), Bo Marsh (Z &amp; W)', ['Ada Quill', 'Bo Marsh']],
    ['Ada Quill Jr., Bo Marsh, III, Chi Reed, Jr', ['Ada Quill Jr.', 'Bo Marsh III', 'Chi Reed Jr']],
    ['Ada Quill, for the Lantern Collaboration', ['Ada Quill', 'Lantern Collaboration']],
    ['Lantern Collaboration: A. Quill, et al', ['Lantern Collaboration', 'A. Quill']],
    ['A. Quill, B. Marsh, et al.', ['A. Quill', 'B. Marsh']],
    ["L. Lov\\'asz, {\\L}. Nowak, G. {\\O}stergaard", ["L. Lov\\'asz", '{\\L}. Nowak', 'G. {\\O}stergaard']],
    ['A. Anderson, S. Sandberg', ['A. Anderson', 'S. Sandberg']],
    ['Ada Quill (unclosed, Bo Marsh', ['Ada Quill unclosed', 'Bo Marsh']],
    ['', []],
  ])('%j', (list, names) => {
    expect(splitAuthors(list)).toEqual(names);
  });

  it('puts forenames first', () => {
    expect(forenameFirst('Quill, Ada M.')).toBe('Ada M. Quill');
    expect(forenameFirst('Lantern Collaboration')).toBe('Lantern Collaboration');
  });
});

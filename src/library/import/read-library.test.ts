import { expect, test } from 'vitest';
import { readLibrary } from './read-library';

const breathe = () => undefined;
async function read(text: string) {
  const library = await readLibrary(text, breathe);
  if (!library.ok) throw new Error(library.refusal.code);
  return library.value;
}
const refusalOf = async (text: string) => {
  const library = await readLibrary(text, breathe);
  return library.ok ? 'read' : library.refusal.code;
};

const BIBTEX = `
@comment{jabref-meta: x}
@string{prd = "Phys. Rev. D"}
@misc{lovelace2024,
  title = {Sparse {BERT} and na{\\"\\i}ve $\\alpha$},
  author = {Lov{\\'a}sz, L{\\'a}szl{\\'o} and {ATLAS Collaboration}},
  year = 2024, eprint = {2401.01234v2}, archivePrefix = {arXiv},
  keywords = {to read, Chapter 2; to read}, note = {Look again.}
}
@article{x, title="Strings", author="Ada Lovelace", journal = prd, year="1999", doi={10.1103/PhysRevD.76.013009}}
@article{y, title={Folding}, url={https://arxiv.org/abs/hep-th/9901001v3}}
@article{z, title={DataCite}, doi={10.48550/arXiv.2401.05678}}
`;

test('BibTeX: ids, DOIs, names, keywords and notes are found where reference managers put them', async () => {
  const { entries, rejected } = await read(BIBTEX);
  expect(rejected).toEqual([]);
  expect(entries.map(({ arxivId, doi }) => [arxivId, doi])).toEqual([
    ['2401.01234', null],
    [null, '10.1103/physrevd.76.013009'],
    ['hep-th/9901001', null],
    ['2401.05678', null],
  ]);
  expect(entries[0]).toMatchObject({
    families: ['Lovász', 'ATLAS Collaboration'],
    tags: expect.arrayContaining(['to read', 'Chapter 2']),
    note: 'Look again.',
  });
  expect(entries[0]?.title).toContain('Sparse BERT and na');
  expect(entries[1]?.item).toMatchObject({
    type: 'article-journal',
    'container-title': 'Phys. Rev. D',
    issued: { 'date-parts': [[1999]] },
  });
});

test('an entry that cannot be read is told of, and the others are read', async () => {
  const { entries, rejected } = await read(
    `@misc{a, title={One}}\n@misc{b, title={Two\n@misc{c, title={Three}}\n@misc{d, title={${'{'.repeat(70_000)}}}\n`,
  );
  const titles = entries.map(({ title }) => title);
  expect(titles).toContain('One');
  expect(titles).toContain('Three');
  expect(rejected.length).toBeGreaterThan(0);
  expect(entries.length + rejected.length).toBe(4);
});

test('RIS, with lines that go on and without an end', async () => {
  const { entries } = await read(
    'TY  - JOUR\r\nTI  - A long\r\ntitle\r\nAU  - Lovelace, Ada\r\nAU  - Lovász, László\r\nDO  - 10.1000/ABC\r\nKW  - maths\r\nKW  - history\r\nN1  - Mine.\r\nER  - \r\n\r\nTY  - UNPB\r\nTI  - Next\r\nAN  - arXiv:2401.01234\r\n',
  );
  expect(entries).toMatchObject([
    {
      title: 'A long title',
      families: ['Lovelace', 'Lovász'],
      doi: '10.1000/abc',
      tags: ['maths', 'history'],
      note: 'Mine.',
    },
    { title: 'Next', arxivId: '2401.01234' },
  ]);
});

test('CSL-JSON, with items that are none', async () => {
  const { entries, rejected } = await read(
    JSON.stringify([
      {
        id: 'a',
        title: 'One',
        author: [{ family: 'Lovelace', given: 'Ada' }],
        number: 'arXiv:2401.01234',
        keyword: 'x, y',
      },
      7,
      { title: 8 },
    ]),
  );
  expect(entries).toMatchObject([
    { title: 'One', arxivId: '2401.01234', families: ['Lovelace'], tags: ['x', 'y'] },
    { title: '8' },
  ]);
  expect(rejected).toHaveLength(1);
});

test.each([
  ['', 'empty'],
  ['  \n', 'empty'],
  ['Dear Sir or Madam', 'not-a-library'],
  ['<html>', 'not-a-library'],
  ['[]', 'not-a-library'],
  ['{"a":', 'not-a-library'],
  ['@misc{a,}\n'.repeat(13_000), 'too-many'],
])('%.20j is refused: %s', async (text, code) => {
  expect(await refusalOf(text)).toBe(code);
});

// A search that goes back over the lines would take minutes, and the test would not end in its time.
test('a file of blank lines is refused', async () => {
  expect(await refusalOf(`x${'\n'.repeat(400_000)}y`)).toBe('not-a-library');
});

test.each([
  ['arXiv:2401.01234 [cs.CL]', '2401.01234'],
  ['arXiv preprint arXiv:2401.01234', '2401.01234'],
  ['Compare arXiv:2401.01234, which says more.', null],
])('the note “%s” is read as %s', async (note, arxivId) => {
  const { entries } = await read(`@misc{a, title={One}, note={${note}}}`);
  expect(entries[0]?.arxivId).toBe(arxivId);
});

test('an entry that is kept is kept whole, with the fields that CSL has no name for', async () => {
  const { entries: bibtex } = await read('@book{a, title={One}, editor={Ada Lovelace}, isbn={123}}');
  expect(JSON.stringify(bibtex[0]?.item)).toContain('isbn={123}');
  const { entries: ris } = await read('TY  - BOOK\nTI  - One\nSN  - 123\nER  - \n');
  expect(JSON.stringify(ris[0]?.item)).toContain('SN  - 123');
});

import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { parse } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PaperId, renderPaper } from '@/src/papers';
import type { CitedPaper } from './cited-paper';
import { type CitationFormatName, citations } from './write-citations';

function aPaper({ titleSource = 'Sparse attention', ...over }: Partial<CitedPaper> = {}): CitedPaper {
  return {
    id: '2401.01234' as PaperId,
    titleSource,
    title: renderPaper({ title: titleSource, abstract: '', authors: [] }).titleText,
    abstract: 'We show it.',
    authors: ['Ada Lovelace'],
    publishedAt: new Date('2024-01-02T18:00:00Z'),
    primaryCategory: 'cs.CL',
    categories: ['cs.CL', 'cs.LG'],
    doi: null,
    journalRef: null,
    votes: 0,
    ...over,
  };
}

async function file(format: CitationFormatName, papers: readonly CitedPaper[]): Promise<string> {
  async function* batches() {
    for (const paper of papers) yield [paper];
  }
  let text = '';
  for await (const piece of citations(format, batches())) text += piece;
  return text;
}

const OPTIONS = { sentenceCase: false, caseProtection: false } as const;
const readBib = (text: string) => {
  const { entries, errors } = parse(text, OPTIONS);
  expect(errors).toEqual([]);
  return entries;
};

const PUBLISHED = aPaper({
  doi: '10.1103/PhysRevD.76.013009',
  journalRef: 'Phys.Rev.D76:013009,2007',
  authors: ['László Lovász', 'Jan van der Berg', 'Martin L. King, Jr.', 'ATLAS Collaboration', 'Plato'],
});

test('a preprint as BibTeX', async () => {
  expect(await file('bibtex', [aPaper()])).toBe(`@misc{lovelace2024sparse,
  title = {Sparse attention},
  author = {Lovelace, Ada},
  year = {2024},
  doi = {10.48550/arXiv.2401.01234},
  eprint = {2401.01234},
  archivePrefix = {arXiv},
  primaryClass = {cs.CL},
  url = {https://arxiv.org/abs/2401.01234}
}
`);
});

test('a published paper tells where, in every format', async () => {
  const [bibtex] = readBib(await file('bibtex', [PUBLISHED]));
  expect(bibtex).toMatchObject({
    type: 'article',
    fields: { journal: 'Phys. Rev. D', volume: '76', pages: '013009', year: '2007', doi: PUBLISHED.doi },
  });
  const [biblatex] = readBib(await file('biblatex', [PUBLISHED]));
  expect(biblatex).toMatchObject({ type: 'article', fields: { journaltitle: 'Phys. Rev. D', eprinttype: 'arxiv' } });
  expect(JSON.parse(await file('csl-json', [PUBLISHED]))).toMatchObject([
    { type: 'article-journal', 'container-title': 'Phys. Rev. D', page: '013009', DOI: PUBLISHED.doi },
  ]);
  const [ris] = new Cite(await file('ris', [PUBLISHED])).data as Record<string, unknown>[];
  expect(ris).toMatchObject({ type: 'article-journal', 'container-title': 'Phys. Rev. D', volume: '76' });
});

test('names come back in their parts', async () => {
  const parts = [
    { firstName: 'László', lastName: 'Lovász' },
    { firstName: 'Jan', prefix: 'van der', lastName: 'Berg' },
    { firstName: 'Martin L.', lastName: 'King', suffix: 'Jr.' },
    { name: 'ATLAS Collaboration' },
    { name: 'Plato' },
  ];
  for (const format of ['bibtex', 'biblatex'] as const) {
    const [entry] = readBib((await file(format, [PUBLISHED])).normalize('NFC'));
    const names = JSON.parse(JSON.stringify(entry?.fields['author']).normalize('NFC'));
    expect(names).toEqual(parts);
  }
  const [item] = JSON.parse(await file('csl-json', [PUBLISHED]));
  expect(item.author).toEqual([
    { family: 'Lovász', given: 'László' },
    { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
    { family: 'King', given: 'Martin L.', suffix: 'Jr.' },
    { literal: 'ATLAS Collaboration' },
    { literal: 'Plato' },
  ]);
  const [ris] = new Cite(await file('ris', [PUBLISHED])).data as { author: unknown[] }[];
  expect(ris?.author[0]).toEqual({ family: 'Lovász', given: 'László' });
});

describe('text for TeX', () => {
  test.each([
    ["Erd\\H{o}s--R\\'enyi graphs", 'Erd{\\H os}', 'Erdős–Rényi graphs'],
    ['BERT: 100% of K-means & C_x', '{BERT}: 100\\% of {K}-means \\&', undefined],
    ['The $L^2$ norm of arXiv', 'The {$L^2$} norm of {arXiv}', undefined],
    ['Łukasz and Ångström on ß', '{\\L}ukasz and {\\AA}ngstr', 'Łukasz and Ångström on ß'],
    ['Nguyễn and Ştefan', 'Nguy{\\~{\\^e}}n and {\\c S}tefan', 'Nguyễn and Ştefan'],
  ])('%s', async (titleSource, written, read) => {
    const text = await file('bibtex', [aPaper({ titleSource })]);
    expect(text).toContain(written.replace('os}', 'o}s'));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII.
    expect(text).toMatch(/^[\x00-\x7f]*$/);
    if (read !== undefined) expect(String(readBib(text)[0]?.fields['title']).normalize('NFC')).toBe(read);
  });

  test('Unicode stays in the formats that read it', async () => {
    const paper = aPaper({ titleSource: "L\\'aszl\\'o and $\\alpha$", authors: ['Łukasz Ångström'] });
    expect(await file('biblatex', [paper])).toContain('László and {$\\alpha$}');
    expect(await file('ris', [paper])).toContain('TI  - László and α\r\n');
    expect(await file('csl-json', [paper])).toContain('László and α');
  });
});

test('keys are unique in a file, whatever the case', async () => {
  const same = [aPaper(), aPaper(), aPaper({ titleSource: 'SPARSE' }), aPaper({ titleSource: 'Sparsea' }), aPaper()];
  const keys = readBib(await file('bibtex', same)).map(({ key }) => key);
  expect(keys).toEqual([
    'lovelace2024sparse',
    'lovelace2024sparsea',
    'lovelace2024sparseb',
    'lovelace2024sparseaa',
    'lovelace2024sparsec',
  ]);
});

test('an empty list is a valid file', async () => {
  expect(JSON.parse(await file('csl-json', []))).toEqual([]);
  expect(await file('bibtex', [])).toBe('');
});

test('nothing that a title, a name or a reference holds breaks the file', async () => {
  const hostile = fc.stringMatching(/^[\\{}$%&#_^~"'`@,=a-zé\n\r -]{0,40}$/);
  await fc.assert(
    fc.asyncProperty(hostile, hostile, hostile, async (titleSource, name, journalRef) => {
      const papers = [aPaper({ titleSource, authors: [name], journalRef, doi: name, abstract: name }), aPaper()];
      for (const format of ['bibtex', 'biblatex'] as const) {
        const { entries } = parse(await file(format, papers), OPTIONS);
        expect(entries.map(({ fields }) => fields['eprint'])).toEqual(['2401.01234', '2401.01234']);
      }
      expect(JSON.parse(await file('csl-json', papers))).toHaveLength(2);
      const ris = (await file('ris', papers)).split('\r\n');
      expect(ris.filter((line) => line !== '' && !/^[A-Z][A-Z0-9] {2}- /.test(line))).toEqual([]);
      expect(ris.filter((line) => line === 'ER  - ')).toHaveLength(2);
    }),
    { numRuns: 300 },
  );
});

import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { parse } from '@retorquere/bibtex-parser';
import { beforeAll, expect, test } from 'vitest';
import { setEnv } from '@/lib/env';
import { answerCitations } from '@/lib/next/citations';
import { aListing, storeListings } from '@/tests/factories/listing';
import { aPaper, storePapers } from '@/tests/factories/paper';
import { testDatabase } from '@/tests/setup/test-database';

const { sql, url } = await testDatabase();
const ORIGIN = 'https://papers.example';
setEnv({ DATABASE_URL: url, BASE_URL: ORIGIN, SEARCH_BACKEND: 'postgres' });

const DAY = '2026-01-06';
const PAPERS = [
  aPaper({ id: '2601.00001', title: 'Sparse attention', authors: ['Ada Lovelace'], outside_upvotes: 3 }),
  aPaper({ id: '2601.00002', title: 'Folding proteins', authors: ['Ada Lovelace'], outside_upvotes: 7 }),
  aPaper({
    id: 'hep-th/9901001',
    title: 'Strings',
    categories: ['cs.CL', 'hep-th'],
    doi: '10.1103/PhysRevD.76.013009',
  }),
];

const ask = (address: string) => {
  const [path = '', query = ''] = address.split('?');
  const [format = '', ...list] = path.split('/');
  return answerCitations(new Request(`${ORIGIN}/citations/${path}?${query}`), format, list);
};
const eprints = async (path: string): Promise<unknown[]> => {
  const response = await ask(`bibtex/${path}`);
  expect(response.status, path).toBe(200);
  return parse(await response.text()).entries.map(({ fields }) => fields['eprint']);
};

beforeAll(async () => {
  await storePapers(sql, PAPERS);
  await storeListings(
    sql,
    PAPERS.map(({ id }) => aListing({ paper_id: id, day: DAY })),
  );
});

test('a paper, old ids too, and every list in the order of its page', async () => {
  expect(await eprints('papers/hep-th/9901001')).toEqual(['hep-th/9901001']);
  expect(await eprints('papers/2601.00001v3')).toEqual(['2601.00001']);
  for (const path of [`papers/date/${DAY}`, 'papers/week/2026-W02', 'papers/month/2026-01'])
    expect(await eprints(path), path).toEqual(['2601.00002', '2601.00001', 'hep-th/9901001']);
  expect(await eprints('categories/hep-th')).toEqual(['hep-th/9901001']);
  expect((await eprints('authors/ada-lovelace')).sort()).toEqual(['2601.00001', '2601.00002']);
  expect(await eprints('papers?q=attention')).toEqual(['2601.00001']);
  expect(await eprints(`papers/date/${DAY}?min_upvotes=7`)).toEqual(['2601.00002']);
  expect(await eprints('papers/date/2026-02-01')).toEqual([]);
});

test('the file is named after what is in it, and of its type', async () => {
  const { headers } = await ask(`ris/papers/date/${DAY}`);
  expect(headers.get('content-disposition')).toBe(`attachment; filename="papers-date-${DAY}.ris"`);
  expect(headers.get('content-type')).toBe('application/x-research-info-systems; charset=utf-8');
});

test('RIS and CSL-JSON of a day are read by a reference manager’s parser', async () => {
  for (const format of ['ris', 'csl-json']) {
    const { data } = new Cite(await (await ask(`${format}/papers/date/${DAY}`)).text());
    expect(
      data.map(({ title }) => title),
      format,
    ).toEqual(['Folding proteins', 'Sparse attention', 'Strings']);
    expect(data[2], format).toMatchObject({ DOI: '10.1103/PhysRevD.76.013009' });
  }
});

test('a moderator’s decision holds here too', async () => {
  await sql`UPDATE papers SET hidden = true WHERE id = '2601.00002'`;
  expect((await ask('bibtex/papers/2601.00002')).status).toBe(404);
  expect(await eprints(`papers/date/${DAY}`)).not.toContain('2601.00002');
  await sql`UPDATE papers SET hidden = false`;
});

test.each([
  ['endnote/papers/2601.00001', 404],
  ['bibtex/papers/2699.00001', 404],
  ['bibtex/papers/9999.99999', 404],
  ['bibtex/papers/nowhere', 404],
  ['bibtex/people/nobody/upvoted', 404],
  ['bibtex/papers?category=no_such!', 400],
])('%s is refused with a sentence', async (path, status) => {
  const response = await ask(path);
  expect([response.status, response.headers.get('content-type')]).toEqual([status, 'text/plain; charset=utf-8']);
  expect(await response.text()).toMatch(/^\w.+[.]\n$/);
});

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exportAccount } from '@/lib/db/account-export';
import { ACCOUNT_PARTS } from '@/lib/db/account-parts';
import { libraryStore } from '@/lib/db/library-store';
import { setEnv } from '@/lib/env';
import { answerCitations } from '@/lib/next/citations';
import { answerFeed } from '@/lib/next/syndication';
import { importLibrary, MOST_SEARCHES, savePaper } from '@/src/library';
import type { PaperId } from '@/src/papers';
import { aPaper, storePapers } from '@/tests/factories/paper';
import { testDatabase } from '@/tests/setup/test-database';
import { addPerson, type TestPerson } from '@/tests/votes/people';

const { sql, url } = await testDatabase();
setEnv({ DATABASE_URL: url, BASE_URL: 'https://papers.example', SEARCH_BACKEND: 'postgres' });
const store = libraryStore(sql);
const NOW = new Date('2026-11-27T08:00:00Z');
const SPARSE = '2601.00001' as PaperId;
const FOLDING = '2601.00002' as PaperId;

let ada: TestPerson;
const viewerOf = ({ id, handle, displayName }: TestPerson) => ({
  ...{ id, handle, displayName, role: 'member' as const, createdAt: new Date('2026-01-01'), via: 'session' as const },
  scopes: ['read', 'write'] as const,
});

beforeAll(async () => {
  await storePapers(sql, [
    aPaper({ id: SPARSE, title: 'Sparse attention for everybody', authors: ['Ada Lovelace'] }),
    aPaper({
      id: FOLDING,
      title: 'Folding proteins by hand',
      authors: ['László Lovász'],
      doi: '10.1103/PhysRevD.76.013009',
    }),
    aPaper({ id: '2601.00003', title: 'Folding proteins by hand', authors: ['Somebody Else'] }),
    aPaper({ id: 'hep-th/9901001', title: 'Strings', authors: ['Ada Lovelace'] }),
  ]);
});
beforeEach(async () => {
  ada = await addPerson(sql);
});

const kept = async (userId = ada.id) =>
  (await store.list({ userId, tag: null, text: '', limit: 50, offset: 0 })).papers;

test('saving twice keeps once, with what was written; letting go twice is letting go once', async () => {
  await store.save(ada.id, SPARSE);
  await store.edit(ada.id, SPARSE, { note: 'Look again.', tags: ['to read'] });
  expect(await store.save(ada.id, SPARSE)).toBe('saved');
  expect(await kept()).toMatchObject([{ paperId: SPARSE, note: 'Look again.', tags: ['to read'] }]);
  await store.unsave(ada.id, SPARSE);
  await store.unsave(ada.id, SPARSE);
  expect(await kept()).toEqual([]);
  expect(await store.edit(ada.id, SPARSE, { note: 'x', tags: [] })).toBe(false);
  expect(await store.save(ada.id, '2699.00001' as PaperId)).toBe('no-paper');
});

test('twenty presses at once keep one paper', async () => {
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => store.save(ada.id, SPARSE)));
  expect(new Set(outcomes)).toEqual(new Set(['saved']));
  expect(await kept()).toHaveLength(1);
});

test('a list is one’s own, is narrowed by tag and words, and ends with the account', async () => {
  const other = await addPerson(sql);
  for (const id of [SPARSE, FOLDING]) await store.save(ada.id, id);
  await store.edit(ada.id, FOLDING, { note: 'About PROTEINS', tags: ['biology', 'to read'] });
  await store.edit(ada.id, SPARSE, { note: '', tags: ['to read'] });
  const ids = async (over: object) =>
    (await store.list({ userId: ada.id, tag: null, text: '', limit: 50, offset: 0, ...over })).papers.map(
      (one) => one.paperId,
    );
  expect(await ids({})).toEqual([FOLDING, SPARSE]);
  expect(await ids({ tag: 'biology' })).toEqual([FOLDING]);
  expect(await ids({ text: 'lovelace sparse' })).toEqual([SPARSE]);
  expect(await ids({ text: '%' })).toEqual([]);
  expect(await ids({ userId: other.id })).toEqual([]);
  expect(await store.tags(ada.id)).toEqual([
    { tag: 'to read', count: 2 },
    { tag: 'biology', count: 1 },
  ]);
  const exported = JSON.stringify(await exportAccount(sql, ada.id, ACCOUNT_PARTS));
  expect(exported).toContain('About PROTEINS');
  await sql`DELETE FROM users WHERE id = ${ada.id}`;
  expect(await sql`SELECT 1 FROM saved_papers WHERE user_id = ${ada.id}`).toHaveLength(0);
});

test('who may not write is refused, and so is what is no paper', async () => {
  const input = { paperId: SPARSE, saved: true };
  expect(await savePaper(store, { viewer: null, input, now: NOW })).toMatchObject({ refusal: { code: 'signed-out' } });
  const reader = { ...viewerOf(ada), scopes: ['read'] as const };
  expect(await savePaper(store, { viewer: reader, input, now: NOW })).toMatchObject({ refusal: { code: 'scope' } });
  const nonsense = { viewer: viewerOf(ada), input: { paperId: 'x', saved: true }, now: NOW };
  expect(await savePaper(store, nonsense)).toMatchObject({ refusal: { code: 'bad-id' } });
});

describe('an import', () => {
  const FILE = `@misc{a, title={Anything}, eprint={2601.00001}, archivePrefix={arXiv}, keywords={attention}, note={Mine.}}
@article{b, title={Something}, doi={10.1103/physrevd.76.013009}}
@article{c, title={FOLDING Proteins, by hand!}, author={Else, Somebody}}
@article{d, title={Strings}, author={Lovelace, Ada}}
@article{e, title={Not here at all, sadly}, author={Nobody, Known}, year=1950, journal={Nature}}
@misc{f, title={Sparse attention for everybody}, eprint={2612.01234}, archivePrefix={arXiv}}`;
  const take = async (file = FILE) =>
    importLibrary(store, { viewer: viewerOf(ada), file, now: NOW, breathe: () => undefined });

  test('matches by arXiv id, DOI and title, and loses nothing of the rest', async () => {
    expect(await take()).toMatchObject({ ok: true, value: { saved: 3, already: 0, left: 3, rejected: [] } });
    const ids = (await kept()).map(({ paperId }) => paperId).sort();
    expect(ids).toEqual([SPARSE, FOLDING, '2601.00003']);
    expect(await store.one(ada.id, SPARSE)).toMatchObject({ note: 'Mine.', tags: ['attention'] });
    // A short title says too little, and an id that is not here is not another paper of the same name.
    const left = await store.entries(ada.id, 10);
    expect(left.total).toBe(3);
    expect(left.entries.map(({ title, arxivId }) => [title, arxivId]).sort()).toEqual([
      ['Not here at all, sadly', null],
      ['Sparse attention for everybody', '2612.01234'],
      ['Strings', null],
    ]);
    expect(JSON.stringify(await store.items(ada.id))).toContain('"container-title":"Nature"');
  });

  test('again changes nothing, and what was written by hand stays', async () => {
    await take();
    await store.edit(ada.id, SPARSE, { note: 'By hand.', tags: ['own'] });
    expect(await take()).toMatchObject({ value: { saved: 0, already: 3, left: 3 } });
    expect(await store.one(ada.id, SPARSE)).toMatchObject({ note: 'By hand.', tags: ['attention', 'own'] });
    expect((await store.entries(ada.id, 10)).total).toBe(3);
  });

  test('two at once keep everything once', async () => {
    const results = await Promise.all([take(), take(), take()]);
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await kept()).toHaveLength(3);
    expect((await store.entries(ada.id, 10)).total).toBe(3);
  });

  test.each([
    ['a backslash before what looks like an escape', [{ title: 'x', abstract: 'the escape \\u0000' }]],
    ['a title cut within a character', [{ title: `${'a'.repeat(999)}😀` }]],
    ['a note cut within a character', [{ number: SPARSE, note: `${'a'.repeat(3_999)}😀` }]],
    ['a tag cut within a character', [{ number: SPARSE, keyword: `${'a'.repeat(49)}😀` }]],
  ])('takes %s', async (_, items) => {
    expect(await take(JSON.stringify(items))).toMatchObject({ ok: true, value: { rejected: [] } });
  });

  test('tells of an item that is nested too deeply, and takes the others', async () => {
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    const file = `[{"title":"x","custom":${deep}},{"title":"y"}]`;
    expect(await take(file)).toMatchObject({ value: { left: 1, rejected: [{ place: 'item 1' }] } });
  });

  test('keeps two entries of one title, and two chapters under one DOI', async () => {
    const book = { DOI: '10.1007/book', author: [{ family: 'Knuth' }] };
    const items = [
      { title: 'Preface', volume: 1 },
      { title: 'Preface', volume: 2 },
    ];
    await take(JSON.stringify([...items, { ...book, title: 'One' }, { ...book, title: 'Two' }]));
    expect((await store.entries(ada.id, 10)).total).toBe(4);
  });

  test('keeps both notes of one paper, and no more tags than there may be', async () => {
    const tagged = (from: number) => Array.from({ length: 15 }, (_, at) => `t${from + at}`).join(',');
    await take(
      JSON.stringify([
        { number: SPARSE, note: 'One.' },
        { number: SPARSE, note: 'Two.', keyword: tagged(0) },
      ]),
    );
    await take(JSON.stringify([{ number: SPARSE, keyword: tagged(15) }]));
    const one = await store.one(ada.id, SPARSE);
    expect(one?.note).toBe('One.\n\nTwo.');
    expect(one?.tags).toHaveLength(20);
    expect(one?.tags).toEqual(expect.arrayContaining(tagged(0).split(',')));
  });

  test('what cannot be read is kept as it stood', async () => {
    expect(await take('@misc{a, title={Whole}}\n@misc{b, title={Broken\n@misc{c, title={Whole too}}')).toMatchObject({
      ok: true,
    });
    expect(JSON.stringify(await store.items(ada.id))).toContain('Broken');
  });

  test('takes what no database can hold', async () => {
    const hostile = JSON.stringify([{ title: 'A\u0000B \ud800 <script>', note: '\u0000\ud800', custom: '\u0000' }]);
    expect(await take(hostile)).toMatchObject({ value: { left: 1 } });
    await store.removeEntry(ada.id, 'all');
    expect((await store.entries(ada.id, 10)).total).toBe(0);
  });
});

test('searches are kept once each, and no more than there may be', async () => {
  const counts = Array.from({ length: MOST_SEARCHES + 5 }, (_, at) => store.addSearch(ada.id, `word${at}`));
  const outcomes = await Promise.all(counts);
  expect(outcomes.filter((one) => one === 'saved')).toHaveLength(MOST_SEARCHES);
  expect(await store.searches(ada.id)).toHaveLength(MOST_SEARCHES);
  const [first] = await store.searches(ada.id);
  await store.removeSearch('f'.repeat(24), first?.id ?? '');
  expect(await store.searches(ada.id)).toHaveLength(MOST_SEARCHES);
  await store.removeSearch(ada.id, first?.id ?? '');
  expect(await store.searches(ada.id)).toHaveLength(MOST_SEARCHES - 1);
});

test('others read a saved list only where its owner shows it', async () => {
  await store.save(ada.id, SPARSE);
  const list = ['people', ada.handle, 'saved'];
  const ask = () => answerFeed(new Request(`https://papers.example/feeds/atom/${list.join('/')}`), 'atom', list);
  expect((await ask()).status).toBe(404);
  await store.setPublic(ada.id, true);
  const shown = await ask();
  expect(shown.status).toBe(200);
  expect(await shown.text()).toContain('Sparse attention');
  const cited = await answerCitations(new Request('https://papers.example/citations/bibtex'), 'bibtex', list);
  expect(await cited.text()).toContain('eprint = {2601.00001}');
});

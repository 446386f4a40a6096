import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { countSearchWords, postgresSearch } from '@/lib/db/search-store';
import type { PaperId } from '@/src/papers';
import { EMPTY_QUERY, parseQuery, requestOf } from '@/src/search';
import { aPaper, type PaperRow, storePapers } from '../factories/paper';
import { testDatabase } from '../setup/test-database';

const database = await testDatabase();
const store = postgresSearch(database.sql);

const on = (day: string) => new Date(`${day}T12:00:00Z`);

const PAPERS = {
  naive: aPaper({
    title: 'Naïve Bayes revisited',
    abstract: 'A classifier for letters of thanks.',
    authors: ['László Lovász', 'Ada King'],
    published_at: on('2024-02-10'),
    categories: ['cs.LG', 'stat.ML'],
    upvotes: 3,
  }),
  graphs: aPaper({
    title: 'Graph transformers on trees',
    abstract: 'Self-attention over neural graph structure. We use no Bayes rule.',
    authors: ['Yuki Ōno'],
    published_at: on('2024-03-05'),
    categories: ['cs.CL'],
    code_url: 'https://code.example/graphs',
  }),
  survey: aPaper({
    title: 'A survey of transformers',
    abstract: 'Graph neural structure and what was written of it.',
    authors: ['King Ada', 'Jo March'],
    published_at: on('2025-01-20'),
    categories: ['cs.LG'],
    upvotes: 9,
  }),
  other: aPaper({
    title: 'Tides and harbours',
    abstract: 'Water goes up and down.',
    published_at: on('2023-12-31'),
    categories: ['cs.CY'],
  }),
} satisfies Record<string, PaperRow>;

// Emptying takes long: only tests that change papers put them back, by `onTestFinished`.
const begin = async () => {
  await database.empty();
  await storePapers(database.sql, Object.values(PAPERS));
};

beforeAll(begin);

const nameOf = (id: string): string => Object.entries(PAPERS).find(([, paper]) => paper.id === id)?.[0] ?? id;
const ask = (text: string, slice = { limit: 30, offset: 0 }) => store.search(requestOf(parseQuery(text).query, slice));
const found = async (text: string) => (await ask(text)).hits.map(({ id }) => nameOf(id));

describe('a search', () => {
  test.each([
    ['transformer', ['survey', 'graphs']],
    ['naive bayes', ['naive']],
    ['NAI\u0308VE', ['naive']],
    ['na\\"ive', ['naive']],
    ['self attention', ['graphs']],
    ['"neural graph"', ['graphs']],
    ['"graph neural"', ['survey']],
    ['graph -survey', ['graphs']],
    ['graph -"neural graph"', ['survey']],
    ['author:lovasz', ['naive']],
    ['author:"Lovász, László"', ['naive']],
    ['author:"L Lovász"', ['naive']],
    ['author:"Ada King"', ['survey', 'naive']],
    ['author:"Ada March"', []],
    ['author:ono', ['graphs']],
    ['cat:stat.ML', ['naive']],
    ['cat:stat cat:cs.CY', ['naive', 'other']],
    ['after:2024-03', ['survey', 'graphs']],
    ['after:2024 before:2025', ['graphs', 'naive']],
    ['has:code', ['graphs']],
    ['min:3 sort:votes', ['survey', 'naive']],
    ['transformers has:code cat:cs.CL', ['graphs']],
    ['-water', ['survey', 'graphs', 'naive']],
    ['the of', ['survey', 'graphs', 'naive', 'other']],
  ])('for %s finds %j', async (text, names) => {
    expect((await found(text)).toSorted()).toEqual(names.toSorted());
  });

  test('is ordered by match, votes or date, withdrawn papers last', async () => {
    onTestFinished(begin);
    expect(await found('bayes')).toEqual(['naive', 'graphs']);
    expect(await found('transformers sort:votes')).toEqual(['survey', 'graphs']);
    expect(await found('transformers sort:new')).toEqual(['survey', 'graphs']);
    await database.sql`UPDATE papers SET withdrawn = true WHERE id = ${PAPERS.survey.id}`;
    expect(await found('transformers sort:new')).toEqual(['graphs', 'survey']);
  });

  test('counts what it found by month, category and code, and pages through it', async () => {
    const answer = await ask('transformers');
    expect(answer).toMatchObject({ total: 2, complete: true, backend: 'postgres', terms: ['transform'] });
    expect(answer.facets).toEqual({
      months: [
        { month: '2024-03', count: 1 },
        { month: '2025-01', count: 1 },
      ],
      categories: [
        { code: 'cs.CL', count: 1 },
        { code: 'cs.LG', count: 1 },
      ],
      withCode: 1,
    });
    const second = await ask('transformers', { limit: 1, offset: 1 });
    expect(second.total).toBe(2);
    expect(second.hits.map(({ id }) => nameOf(id))).toEqual(['graphs']);
  });

  test('that nothing matches whole says so, and finds what comes near, most words first', async () => {
    const answer = await ask('graph transformers water');
    expect(answer.complete).toBe(false);
    expect(answer.hits.map(({ id }) => nameOf(id))).toEqual(['graphs', 'survey', 'other']);
    expect(await ask('zeppelin')).toMatchObject({ total: 0, complete: true, hits: [] });
  });

  test('never finds hidden papers', async () => {
    onTestFinished(begin);
    await database.sql`UPDATE papers SET hidden = true WHERE id = ${PAPERS.naive.id}`;
    expect(await found('naive bayes classifier')).not.toContain('naive');
    expect(await store.suggest('naive', 8)).toEqual([]);
  });

  test('follows a change of a paper, and forgets one that is gone', async () => {
    onTestFinished(begin);
    await database.sql`UPDATE papers SET title_text = 'Zeppelins', categories = '{cs.CL}', primary_category = 'cs.CL' WHERE id = ${PAPERS.other.id}`;
    expect(await found('zeppelin cat:cs.CL')).toEqual(['other']);
    expect(await found('harbours')).toEqual([]);
    await database.sql`DELETE FROM papers WHERE id = ${PAPERS.other.id}`;
    expect(await found('zeppelin')).toEqual([]);
  });
});

test('one wrong letter is forgiven, and said', async () => {
  onTestFinished(begin);
  await storePapers(database.sql, [aPaper({ title: 'Transformers again' })]);
  await countSearchWords(database.sql);
  for (const typed of ['tranformers', 'trasnformers', 'transformerss', 'trensformers']) {
    const answer = await ask(typed);
    expect(answer.corrections, typed).toEqual([{ typed, used: 'transformers' }]);
    expect(answer.total, typed).toBe(3);
  }
  expect(await ask('"tranformers"')).toMatchObject({ corrections: [], total: 0 });
  expect(await ask('trxnsfxrmers')).toMatchObject({ corrections: [], total: 0 });
});

test('suggestions begin as what was typed does', async () => {
  const suggest = async (text: string) =>
    (await store.suggest(text, 8)).map(({ kind, text: shown }) => `${kind}: ${shown}`);
  expect(await suggest('l')).toEqual([]);
  expect(await suggest('lov')).toEqual(['author: László Lovász']);
  expect(await suggest('laszlo l')).toEqual(['author: László Lovász']);
  expect(await suggest('naive b')).toEqual(['title: Naïve Bayes revisited']);
  expect(await suggest('trees graph')).toEqual(['title: Graph transformers on trees']);
  expect(await suggest('cs.CL')).toEqual(['category: Computation and Language']);
  expect(await suggest('%_\\')).toEqual([]);
});

test('kin share rare words, on the side that is asked for', async () => {
  onTestFinished(begin);
  const kin = [
    aPaper({ title: 'Zeppelin moorings', abstract: 'Hydrogen and zeppelin masts.', published_at: on('2024-05-01') }),
    aPaper({ title: 'Masts of a zeppelin', abstract: 'Hydrogen again.', published_at: on('2024-05-02') }),
    aPaper({ title: 'Hydrogen for a zeppelin', abstract: 'Masts too.', published_at: on('2024-04-01') }),
  ];
  await storePapers(database.sql, kin);
  await countSearchWords(database.sql);
  const of = (side: 'any' | 'newer' | 'older') =>
    store.similar(kin[0]?.id as PaperId, { limit: 10, side }).then((all) => all.map(({ id }) => id));
  expect((await of('any')).toSorted()).toEqual([kin[1]?.id, kin[2]?.id].toSorted());
  expect(await of('newer')).toEqual([kin[1]?.id]);
  expect(await of('older')).toEqual([kin[2]?.id]);
  const [first] = await store.similar(kin[0]?.id as PaperId, { limit: 1, side: 'any' });
  expect(first?.shared).toContain('zeppelin');
  expect(await store.similar('2601.99999' as PaperId, { limit: 10, side: 'any' })).toEqual([]);
});

test.each([
  "'",
  '\\',
  "':*",
  '| & !',
  '<->',
  '()',
  ':*A',
  '"',
  '\u{1d465}²',
  'ﬁ',
  '🙂',
  "a'b\\c",
  '%',
  'x'.repeat(400),
])('no text upsets it: %j', async (text) => {
  const request = requestOf(
    { ...EMPTY_QUERY, words: [text], phrases: [text], without: [text], authors: [`${text} nobody`] },
    { limit: 5, offset: 0 },
  );
  expect((await store.search(request)).total).toBe(0);
  expect(await store.suggest(`ab ${text}`, 8)).toEqual([]);
});

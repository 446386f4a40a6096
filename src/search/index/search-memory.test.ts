import { describe, expect, test } from 'vitest';
import type { SearchRequest } from '../search-request';
import { countTerms, packTerms } from '../text/paper-terms';
import { readWords } from './read-words';
import { type IndexedPaper, SearchIndex } from './search-index';
import { searchMemory } from './search-memory';
import { similarPapers } from './similar-papers';

const EVERYTHING: SearchRequest = {
  text: '',
  phrases: [],
  without: [],
  authors: [],
  categories: [],
  after: null,
  before: null,
  hasCode: false,
  minVotes: 0,
  sort: 'relevance',
  limit: 10,
  offset: 0,
};
const DIMENSIONS = 32;

/** A direction that leans to one axis; papers of the same axis mean the same. */
const towards = (axis: number, lean = 0): Int8Array =>
  Int8Array.from({ length: DIMENSIONS }, (_, at) => (at === axis ? 120 : at === lean ? 20 : at % 2 === 0 ? -3 : 3));

function paper(id: string, title: string, over: Partial<IndexedPaper> = {}): IndexedPaper {
  return {
    id,
    day: 20_000,
    votes: 0,
    hasCode: false,
    categories: ['cs.CL'],
    hidden: false,
    withdrawn: false,
    terms: packTerms(countTerms({ title, abstract: '' })),
    vector: towards(1),
    ...over,
  };
}

function indexOf(...papers: IndexedPaper[]): SearchIndex {
  const index = new SearchIndex(DIMENSIONS, papers.length);
  for (const one of papers) index.put(one);
  index.seal();
  return index;
}

const find = (index: SearchIndex, over: Partial<SearchRequest>, meaning: Float32Array | null = null) => {
  const request = { ...EVERYTHING, ...over };
  return searchMemory(index, request, {
    words: readWords(index, request.text),
    meaning,
    elsewhere: { only: null, without: null },
  });
};
const idsOf = (answer: ReturnType<typeof find>): string[] => answer.hits.map(({ id }) => id);

describe('searching in memory', () => {
  const index = indexOf(
    paper('a', 'Sparse attention for long documents', { day: 20_010, votes: 3 }),
    paper('b', 'Sparse matrices', { day: 20_020, categories: ['math.NA'], hasCode: true }),
    paper('c', 'Protein folding by diffusion', { day: 20_045, votes: 9, categories: ['q-bio.BM', 'cs.LG'] }),
    paper('d', 'Attention to long documents that are hidden', { hidden: true }),
  );

  test('finds what holds every word, whatever its ending, and never what is hidden', () => {
    expect(find(index, { text: 'attending to a long document' })).toMatchObject({
      total: 1,
      complete: true,
      hits: [{ id: 'a' }],
      backend: 'memory',
    });
  });

  test('says so where nothing holds all of it, and gives what comes near', () => {
    const answer = find(index, { text: 'sparse protein' });
    expect(answer.complete).toBe(false);
    expect(idsOf(answer).sort()).toEqual(['a', 'b', 'c']);
  });

  test('finds by meaning what shares no word', () => {
    const far = indexOf(paper('x', 'Cats', { vector: towards(4) }), paper('y', 'Dogs', { vector: towards(9) }));
    const meaning = Float32Array.from(towards(9), (value) => value / 121);
    expect(idsOf(find(far, { text: 'wolves' }, meaning))[0]).toBe('y');
  });

  test('forgives one wrong letter and tells', () => {
    for (const typed of ['protien', 'protin', 'prootein', 'protaim'.replace('aim', 'eim')]) {
      const answer = find(index, { text: typed });
      expect(answer.corrections, typed).toEqual([{ typed, used: 'protein' }]);
      expect(idsOf(answer)).toEqual(['c']);
    }
  });

  test('what hardly a paper writes is mended where very many write the other', () => {
    const many = Array.from({ length: 100 }, (_, n) => paper(`p${n}`, 'Protein folding'));
    const slip = paper('slip', 'Protien folding');
    expect(find(indexOf(...many, slip), { text: 'protien' }).corrections).toEqual([
      { typed: 'protien', used: 'protein' },
    ]);
    expect(find(indexOf(...many.slice(0, 50), slip), { text: 'protien' }).corrections).toEqual([]);
  });

  test('every filter narrows', () => {
    expect(idsOf(find(index, { text: 'sparse', hasCode: true }))).toEqual(['b']);
    expect(idsOf(find(index, { text: 'sparse', minVotes: 1 }))).toEqual(['a']);
    expect(idsOf(find(index, { text: 'sparse', categories: ['math.NA'] }))).toEqual(['b']);
    expect(idsOf(find(index, { categories: ['cs'] })).sort()).toEqual(['a', 'c']);
    expect(idsOf(find(index, { text: 'sparse', without: ['matrices'] }))).toEqual(['a']);
    const days = { after: '2024-10-21', before: '2024-11-01' } as Partial<SearchRequest>;
    expect(idsOf(find(index, days))).toEqual(['b']);
  });

  test('orders by votes and by day, and pages through it', () => {
    expect(idsOf(find(index, { sort: 'votes' }))).toEqual(['c', 'a', 'b']);
    expect(idsOf(find(index, { sort: 'new' }))).toEqual(['c', 'b', 'a']);
    expect(idsOf(find(index, { sort: 'new', offset: 1, limit: 1 }))).toEqual(['b']);
  });

  test('counts what the matches hold', () => {
    expect(find(index, {}).facets).toEqual({
      months: [
        { month: '2024-10', count: 2 },
        { month: '2024-11', count: 1 },
      ],
      categories: ['cs.CL', 'cs.LG', 'math.NA', 'q-bio.BM'].map((code) => ({ code, count: 1 })),
      withCode: 1,
    });
  });
});

describe('an index that goes on', () => {
  test('holds new papers, the latest text of changed ones, and forgets what is removed', () => {
    const index = indexOf(paper('a', 'Old words'), paper('b', 'Old songs'));
    index.put(paper('a', 'Fresh words'));
    index.put(paper('c', 'Fresh songs'));
    index.remove('b');
    expect(idsOf(find(index, { text: 'old' }))).toEqual([]);
    expect(idsOf(find(index, { text: 'fresh' })).sort()).toEqual(['a', 'c']);
    expect({ papers: index.papers, outdated: index.outdated }).toEqual({ papers: 2, outdated: 2 });
    index.put(paper('b', 'Old songs again'));
    expect(idsOf(find(index, { text: 'old' }))).toEqual(['b']);
  });

  test('facts change without a new number', () => {
    const index = indexOf(paper('a', 'Words'));
    expect(index.amend('a', paper('a', '', { votes: 5 }))).toBe(true);
    expect(idsOf(find(index, { minVotes: 5 }))).toEqual(['a']);
    expect(index.amend('b', paper('b', ''))).toBe(false);
  });

  test('finds each of thousands, loaded and put in later, by its own word', () => {
    const name = (n: number): string => n.toString(26).replace(/[0-9]/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));
    const many = Array.from({ length: 3_000 }, (_, n) => paper(`2601.${n}`, `common topic${name(n)}z`));
    const index = indexOf(...many.slice(0, 2_500));
    for (const one of many.slice(2_500)) index.put(one);
    for (const n of [0, 1, 127, 128, 2_047, 2_499, 2_500, 2_999])
      expect(idsOf(find(index, { text: `topic${name(n)}z` })), String(n)).toEqual([`2601.${n}`]);
    expect(find(index, { text: 'common' }).total).toBe(3_000);
  });
});

describe('similar papers', () => {
  const own = paper('own', 'Graph networks', { vector: towards(3), day: 100 });
  const index = indexOf(
    own,
    paper('near', 'Graph kernels', { vector: towards(3, 8), day: 90 }),
    paper('newer', 'Networks of graphs', { vector: towards(3, 6), day: 110 }),
    paper('far', 'Soup', { vector: towards(20), day: 100 }),
    paper('hidden', 'Graph networks', { vector: towards(3), hidden: true }),
  );
  const near = (side: 'any' | 'newer' | 'older') =>
    similarPapers(index, 'own', { terms: own.terms, limit: 2, side }).map(({ id }) => id);

  test('are the nearest, without the paper itself and what is hidden', () => {
    expect(near('any').sort()).toEqual(['near', 'newer']);
  });

  test('may be asked to be newer or older', () => {
    expect(near('newer')).toEqual(['newer']);
    expect(near('older')).toEqual(['near']);
  });

  test('of a paper that the index does not hold there are none', () => {
    expect(similarPapers(index, 'nobody', { terms: own.terms, limit: 2, side: 'any' })).toEqual([]);
  });
});

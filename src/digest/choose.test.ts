import { describe, expect, test } from 'vitest';
import type { PaperId } from '@/src/papers';
import type { Candidate, Taste } from './candidate';
import { chooser, matches } from './choose';
import { foldWords } from './words';

const all: Taste = { categories: [], includeWords: [], excludeWords: [], papers: 12 };
const window = { from: new Date('2026-05-28T08:00:00Z'), to: new Date('2026-05-29T08:00:00Z') };

let made = 0;
const paper = (over: Partial<Candidate> & { text?: string } = {}): Candidate => {
  made += 1;
  const { text = 'Counting beehives at low cost', ...rest } = over;
  return {
    id: `2605.${String(made).padStart(5, '0')}` as PaperId,
    categories: ['cs.CL'],
    votes: 0,
    comments: 0,
    interest: 0,
    publishedAt: new Date('2026-05-28T00:00:00Z'),
    withdrawn: false,
    arrivedAt: new Date('2026-05-29T01:00:00Z'),
    words: () => foldWords(text),
    ...rest,
  };
};

describe('words', () => {
  const has = (text: string, word: string): boolean => matches({ ...all, includeWords: [word] }, paper({ text }));

  test.each([
    ['Graph neural networks at scale', 'graph'],
    ['GRAPH neural networks', 'Graph'],
    ['On the Schrödinger bridge', 'schrodinger'],
    ['On the Schrodinger bridge', 'Schrödinger'],
    ['Straße und Łódź', 'strasse'],
    ['Straße und Łódź', 'łodz'],
    ['Graph neural networks at scale', 'neural networks'],
    ['A state-of-the-art method', 'state of the art'],
    ['A state of the art method', 'state-of-the-art'],
    ['Faster C++ and C# builds', 'c++'],
    ['Faster C++ and C# builds', 'C#'],
    ['GPT-4 and its friends', 'gpt-4'],
  ])('“%s” has “%s”', (text, word) => {
    expect(has(text, word)).toBe(true);
  });

  test.each([
    ['Photography of networks', 'graph'],
    ['Paragraphs', 'graph'],
    ['Networks that are neural', 'neural networks'],
    ['Faster C builds', 'c++'],
    ['GPT-45', 'gpt-4'],
    ['Anything', 'nothing'],
  ])('“%s” has no “%s”', (text, word) => {
    expect(has(text, word)).toBe(false);
  });

  test('one of the wanted words is enough, one unwanted word is too much', () => {
    const wishes = { ...all, includeWords: ['beehives', 'looms'], excludeWords: ['low cost'] };
    expect(matches(wishes, paper({ text: 'Looms without maps' }))).toBe(true);
    expect(matches(wishes, paper({ text: 'Beehives at low cost' }))).toBe(false);
    expect(matches(wishes, paper({ text: 'Ferries' }))).toBe(false);
  });

  test('a wish that holds no letter asks for nothing', () => {
    expect(matches({ ...all, includeWords: ['—', '!!'], excludeWords: ['…'] }, paper())).toBe(true);
  });

  test('words are not even looked at where nobody asks for any', () => {
    const words = (): string => {
      throw new Error('looked at');
    };
    expect(matches(all, { categories: ['cs.CL'], words })).toBe(true);
  });
});

describe('choosing', () => {
  test('the best come first, by votes, then comments, then the newest, and never more than wanted', () => {
    const papers = [
      paper({ votes: 1, comments: 5 }),
      paper({ votes: 3 }),
      paper({ votes: 1, comments: 9 }),
      paper({ votes: 1, comments: 5, publishedAt: new Date('2026-05-28T12:00:00Z') }),
    ];
    const chosen = chooser(papers)({ ...all, papers: 3 }, window);
    expect(chosen.papers).toEqual([papers[1], papers[2], papers[3]]);
    expect(chosen.matching).toBe(4);
  });

  test('a window leaves out its beginning and takes in its end, so that two in a row share nothing and miss nothing', () => {
    const at = (time: string) => paper({ arrivedAt: new Date(time) });
    const edges = [at('2026-05-28T08:00:00Z'), at('2026-05-28T08:00:00.001Z'), at('2026-05-29T08:00:00Z')];
    const later = [at('2026-05-29T08:00:00.001Z')];
    const choose = chooser([...edges, ...later]);
    const next = { from: window.to, to: new Date('2026-05-30T08:00:00Z') };
    expect(new Set(choose(all, window).papers)).toEqual(new Set(edges.slice(1)));
    expect(choose(all, next).papers).toEqual(later);
  });

  test('only the reader’s categories, also those that a paper is cross-listed in', () => {
    const [own, crossed, other] = [
      paper({ categories: ['cs.LG'] }),
      paper({ categories: ['cs.CL', 'cs.LG'] }),
      paper({ categories: ['cs.CV'] }),
    ] as const;
    const { papers } = chooser([own, crossed, other])({ ...all, categories: ['cs.LG'] }, window);
    expect(new Set(papers)).toEqual(new Set([own, crossed]));
  });

  test('a withdrawn paper is none to recommend', () => {
    expect(chooser([paper({ withdrawn: true })])(all, window)).toEqual({ papers: [], matching: 0 });
  });

  test('readers with other wishes get their own, in whatever order they come', () => {
    const papers = [paper({ text: 'Looms', votes: 2 }), paper({ text: 'Ferries', votes: 1 })];
    const choose = chooser(papers);
    const looms = { ...all, includeWords: ['looms'] };
    for (const wishes of [all, looms, all, looms]) {
      expect(choose(wishes, window).papers).toEqual(wishes === all ? papers : papers.slice(0, 1));
    }
  });
});

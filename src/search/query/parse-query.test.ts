import { describe, expect, test } from 'vitest';
import { parseQuery } from './parse-query';
import { printQuery } from './print-query';

const read = (text: string) => parseQuery(text).query;
const complaints = (text: string) => parseQuery(text).problems.map(({ typed, message }) => `${typed} → ${message}`);

test('plain words stay in the reader’s order, without the signs around them', () => {
  expect(read('  attention, is (all) you need?  ').words).toEqual(['attention', 'is', 'all', 'you', 'need']);
  expect(read('C++ for GPT-4 & friends').words).toEqual(['C++', 'for', 'GPT-4', 'friends']);
});

test('phrases and what is to be left out', () => {
  const query = read('bayes "graph neural  networks" -survey -"case study" “curly marks”');
  expect(query).toMatchObject({
    words: ['bayes'],
    phrases: ['graph neural networks', 'curly marks'],
    without: ['survey', 'case study'],
  });
});

test('every filter is read', () => {
  const text =
    'author:bengio author:"Yann LeCun" cat:CS.cl cat:math after:2024-01 before:2025 has:code min:10 sort:votes';
  expect(parseQuery(text)).toEqual({
    query: {
      words: [],
      phrases: [],
      without: [],
      authors: ['bengio', 'Yann LeCun'],
      categories: ['cs.CL', 'math'],
      after: '2024-01-01',
      before: '2025-01-01',
      hasCode: true,
      minVotes: 10,
      sort: 'votes',
    },
    problems: [],
  });
  expect(read('cat:cs.CL,cs.LG').categories).toEqual(['cs.CL', 'cs.LG']);
});

test.each([
  ['na\\"ive bayes', ['naïve', 'bayes']],
  ['na\\"{\\i}ve', ['naïve']],
  ["Erd\\H{o}s P\\'olya", ['Erdős', 'Pólya']],
  ['\\v{C}ech \\o{}rsted', ['Čech', 'ørsted']],
  ['$\\alpha$-divergence', ['alpha$-divergence']],
  ['nai\u0308ve', ['naïve']],
  ['zero\u200bwidth', ['zerowidth']],
])('TeX and accents: %s', (typed, words) => {
  expect(parseQuery(typed)).toMatchObject({ query: { words }, problems: [] });
});

describe('a mistyped filter is explained, and the rest still searched', () => {
  test.each([
    ['aftr:2024', /“aftr:”.*Write after:2024\./],
    ['since:2024-05', /“since:”.*Write after:2024-05\./],
    ['authors:bengio', /Write author:bengio\./],
    ['autor:"Yann LeCun"', /Write author:"Yann LeCun"\./],
    ['cat:xx', /no category “xx”/],
    ['cat:cs.CK', /Did you mean cat:cs\.\w\w/],
    ['cat:CL', /Did you mean cat:cs\.CL \(Computation and Language\)/],
    ['cat:csCL', /Did you mean cat:cs\.CL/],
    ['after:2024-13', /Months run from 01 to 12/],
    ['after:2024-02-31', /No calendar has the day 2024-02-31.*after:2024-02/],
    ['before:yesterday', /It takes a year, month or day/],
    ['after:0024', /No paper here is of the year 0024/],
    ['min:abc', /number of upvotes. Write min:10/],
    ['min:-3', /Write min:10/],
    ['has:pdf', /Write has:code/],
    ['sort:newest', /Write sort:new, sort:votes or sort:relevance/],
    ['author:', /needs a value, without a blank/],
    ['-author:bengio', /Only words and phrases can be left out/],
    ['lang:en', /There is no filter “lang:”/],
    ['"unclosed', /needs a quotation mark at its end too/],
    ['after:2025 before:2024', /Nothing is both after 2025-01-01 and before 2024-01-01/],
  ])('%s', (typed, message) => {
    const [only, ...others] = complaints(`transformers ${typed}`);
    expect(only).toMatch(message);
    expect(others).toEqual([]);
    expect(read(`transformers ${typed}`).words[0]).toBe('transformers');
  });
});

test('a colon in a sentence is no filter', () => {
  expect(parseQuery('GAN:review attention: a study')).toMatchObject({
    query: { words: ['GAN', 'review', 'attention', 'a', 'study'] },
    problems: [],
  });
});

test('a query ends after 500 characters and 32 words, and says so', () => {
  expect(complaints(`${'x'.repeat(60)} `.repeat(20))[0]).toMatch(/500 characters/);
  const many = parseQuery(Array.from({ length: 40 }, (_, at) => `w${at}`).join(' '));
  expect(many.query.words).toHaveLength(32);
  expect(many.problems.at(-1)?.message).toMatch(/takes 32 words/);
});

test('a query is printed as it would be typed, dates as short as they can be said', () => {
  const text =
    'before:2025-03-04 sort:new graph -"case study" author:"Ada Lovelace" "neural net" after:2024-01-01 min:5 has:code';
  expect(printQuery(read(text))).toBe(
    'graph "neural net" -"case study" author:"Ada Lovelace" after:2024 before:2025-03-04 has:code min:5 sort:new',
  );
});

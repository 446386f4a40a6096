import { expect, test } from 'vitest';
import { DEFAULT_PREFERENCES, keptPreferences, type PreferencesInput, parsePreferences } from './preferences';

const CARRIED = ['cs.AI', 'cs.CL', 'cs.LG'];
const parse = (input: PreferencesInput) => parsePreferences(input, CARRIED);
const parsed = (input: PreferencesInput) => {
  const result = parse(input);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
};

test('who chooses nothing gets twelve papers of all categories, on weekdays in the morning', () => {
  expect(parsed({})).toEqual(DEFAULT_PREFERENCES);
  expect(parsed({ cadence: '', zone: '', include: '', papers: null, hour: undefined })).toEqual(DEFAULT_PREFERENCES);
  expect(DEFAULT_PREFERENCES).toMatchObject({ cadence: 'weekdays', hour: 8, papers: 12, categories: [] });
});

test('a form’s text becomes preferences', () => {
  const input = {
    cadence: 'weekly',
    weekday: '7',
    hour: '0',
    zone: 'asia/calcutta',
    categories: ['cs.LG'],
    papers: '50',
  };
  expect(parsed(input)).toMatchObject({ cadence: 'weekly', weekday: 7, hour: 0, zone: 'Asia/Kolkata', papers: 50 });
});

test('words are parted, tidied, and each is taken once', () => {
  const { includeWords, excludeWords } = parsed({
    include: ' protein  folding,Attention;attention\n, \u200b,',
    exclude: ',',
  });
  expect(includeWords).toEqual(['protein folding', 'Attention']);
  expect(excludeWords).toEqual([]);
});

test('categories that are not carried are left out, and all of them are the same as none', () => {
  expect(parsed({ categories: ['cs.LG', 'math.GT', 'cs.AI'] }).categories).toEqual(['cs.AI', 'cs.LG']);
  expect(parsed({ categories: CARRIED }).categories).toEqual([]);
});

test.each<[string, PreferencesInput]>([
  ['an unknown cadence', { cadence: 'hourly' }],
  ['no day of the week', { weekday: '8' }],
  ['half an hour', { hour: '7.5' }],
  ['an hour too late', { hour: '24' }],
  ['an hour in words', { hour: 'noon' }],
  ['no zone', { zone: 'EST' }],
  ['too few papers', { papers: '4' }],
  ['too many papers', { papers: '51' }],
  ['papers without end', { papers: 'Infinity' }],
  ['a list for a value', { hour: ['8', '9'] }],
  ['a value for a list', { categories: 'cs.AI' }],
  ['a word without end', { include: 'a'.repeat(41) }],
  ['too many words', { exclude: Array.from({ length: 21 }, (_, at) => `word ${at}`).join(',') }],
  ['a flood of words', { exclude: 'a,'.repeat(2_000) }],
])('%s is refused with a sentence', (_name, input) => {
  expect(parse(input)).toMatchObject({
    ok: false,
    refusal: { code: 'bad-preferences', message: expect.stringMatching(/\.$/) },
  });
});

test('kept preferences come back as they were, and nothing else does', () => {
  const kept = parsed({ cadence: 'weekly', include: 'graphs', papers: 5 });
  expect(keptPreferences(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  for (const other of [null, 'x', {}, { ...kept, papers: 500 }]) expect(keptPreferences(other)).toBeUndefined();
});

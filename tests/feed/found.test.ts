import { beforeEach, expect, test } from 'vitest';
import { feedStore } from '@/lib/db/feed-store';
import { DEFAULT_OPTIONS, readAuthor, readCategory, readPaper, readTrending } from '@/src/feed';
import type { PaperId } from '@/src/papers';
import { aListing, storeListings } from '../factories/listing';
import { aPaper, storePapers } from '../factories/paper';
import { testDatabase } from '../setup/test-database';

const database = await testDatabase();
const store = feedStore(database.sql, ['cs.CL']);

beforeEach(() => database.empty());

test('an author’s papers come newest first, under the spelling most of them use', async () => {
  const of = (name: string, day: number) =>
    aPaper({ authors: [name], author_keys: ['laszlo-lovasz'], published_at: new Date(Date.UTC(2026, 0, day)) });
  const papers = [of('László Lovász', 1), of('László Lovász', 3), of('Laszlo Lovasz', 2)];
  await storePapers(database.sql, [...papers, aPaper()]);
  const author = await readAuthor(store, { key: 'laszlo-lovasz', page: 1 });
  expect(author).toMatchObject({ value: { names: ['László Lovász', 'Laszlo Lovasz'], list: { total: 3 }, pages: 1 } });
  expect(author.ok && author.value.list.cards.map(({ id }) => id)).toEqual([
    papers[1]?.id,
    papers[2]?.id,
    papers[0]?.id,
  ]);
});

test('an unknown author, category, paper or page is refused', async () => {
  await storePapers(database.sql, [aPaper({ authors: ['Ada'], author_keys: ['ada'] })]);
  expect(await readAuthor(store, { key: 'nobody', page: 1 })).toMatchObject({ refusal: { code: 'no-such-author' } });
  expect(await readAuthor(store, { key: 'ada', page: 2 })).toMatchObject({ refusal: { code: 'no-such-page' } });
  expect(await readCategory(store, { code: 'math.AG', page: 1 })).toMatchObject({
    refusal: { code: 'no-such-category' },
  });
  expect(await readCategory(store, { code: 'NOT A CODE', page: 1 })).toMatchObject({
    refusal: { code: 'no-such-category' },
  });
  expect(await readPaper(store, '2601.99999' as PaperId)).toMatchObject({ refusal: { code: 'no-such-paper' } });
});

test('a category holds its cross-lists, and trending only what was shown', async () => {
  const [shown, stored] = [aPaper({ categories: ['cs.RO', 'cs.CL'] }), aPaper({ categories: ['cs.CL'] })];
  await storePapers(database.sql, [shown, stored]);
  await storeListings(database.sql, [aListing({ paper_id: shown.id })]);
  const category = await readCategory(store, { code: 'cs.CL', page: 1 });
  expect(category.ok && category.value.list.total).toBe(2);
  const trending = await readTrending(store, { options: DEFAULT_OPTIONS });
  expect(trending.ok && trending.value.list.cards.map(({ id }) => id)).toEqual([shown.id]);
});

test('trending is narrowed to a category and to picks', async () => {
  const papers = [aPaper({ categories: ['cs.CL'] }), aPaper({ categories: ['cs.CL', 'cs.RO'] })];
  await storePapers(database.sql, papers);
  await storeListings(
    database.sql,
    papers.map(({ id }, index) => aListing({ paper_id: id, picked: index === 0 })),
  );
  const read = async (options: Partial<typeof DEFAULT_OPTIONS>) => {
    const page = await readTrending(store, { options: { ...DEFAULT_OPTIONS, ...options } });
    return page.ok ? page.value.list.cards.map(({ id, picked }) => [id, picked]) : page.refusal;
  };
  expect(await read({ category: 'cs.RO' })).toEqual([[papers[1]?.id, false]]);
  expect(await read({ show: 'picks' })).toEqual([[papers[0]?.id, true]]);
});

test('a paper comes with all its authors and the days that showed it, oldest first', async () => {
  const authors = Array.from({ length: 7 }, (_, index) => `Author ${index}`);
  const keys = authors.map((_, index) => `author-${index}`);
  const paper = aPaper({ authors, author_keys: keys, comments: 2, outside_comments: 3 });
  await storePapers(database.sql, [paper]);
  await storeListings(database.sql, [
    aListing({ paper_id: paper.id, day: '2026-01-09', announced: null, picked: true, picked_by: 'Ada' }),
    aListing({ paper_id: paper.id, day: '2026-01-06' }),
    aListing({ paper_id: paper.id, day: '2026-01-12', announced: 'replace' }),
  ]);
  const read = await readPaper(store, paper.id as PaperId);
  if (!read.ok) throw new Error(read.refusal.message);
  expect(read.value.authors).toEqual(authors.map((name, index) => ({ name, key: keys[index] })));
  expect(read.value).toMatchObject({ authorCount: 7, comments: 5, outsideComments: 3, picked: true });
  expect(read.value.appearances).toEqual([
    { day: '2026-01-06', announced: 'new', picked: false, pickedBy: null, submitted: false },
    { day: '2026-01-09', announced: null, picked: true, pickedBy: 'Ada', submitted: false },
  ]);
});

test('a card names three authors and counts the rest', async () => {
  const authors = Array.from({ length: 5 }, (_, index) => `Author ${index}`);
  const paper = aPaper({ authors, author_keys: authors.map((_, index) => `author-${index}`) });
  await storePapers(database.sql, [paper]);
  await storeListings(database.sql, [aListing({ paper_id: paper.id })]);
  const trending = await readTrending(store, { options: DEFAULT_OPTIONS });
  const [card] = trending.ok ? trending.value.list.cards : [];
  expect(card?.authors.map(({ name }) => name)).toEqual(['Author 0', 'Author 1', 'Author 2']);
  expect(card?.authorCount).toBe(5);
});

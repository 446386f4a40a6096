import { expect, test } from 'vitest';
import type { Card } from '@/src/feed';
import type { PaperId } from '@/src/papers';
import { parseSide, readSimilar } from './read-similar';
import type { SearchStore } from './search-store';
import { SearchTooBroad } from './too-broad';

const cardOf = (id: PaperId): Card => ({ id }) as Card;
const feed = { cards: async (ids: readonly PaperId[]) => ids.filter((id) => id !== 'gone').map(cardOf) };
const index = (similar: SearchStore['similar']): SearchStore => ({
  similar,
  search: () => Promise.reject(new Error('not asked')),
  suggest: () => Promise.reject(new Error('not asked')),
});
const id = '2401.00001' as PaperId;

test('kin come in the index’s order, without those that are gone', async () => {
  const asked: unknown[] = [];
  const search = index(async (paper, options) => {
    asked.push([paper, options]);
    return ['b', 'gone', 'a'].map((one) => ({ id: one as PaperId, score: 1, shared: ['word'] }));
  });
  expect(await readSimilar({ search, feed }, { id, side: 'newer' })).toEqual([
    { card: { id: 'b' }, shared: ['word'] },
    { card: { id: 'a' }, shared: ['word'] },
  ]);
  expect(asked).toEqual([[id, { limit: 10, side: 'newer' }]]);
});

test('a paper without kin in time has none; any other fault is one', async () => {
  const slow = index(() => Promise.reject(new SearchTooBroad()));
  expect(await readSimilar({ search: slow, feed }, { id, side: 'any' })).toEqual([]);
  const broken = index(() => Promise.reject(new Error('out of order')));
  await expect(readSimilar({ search: broken, feed }, { id, side: 'any' })).rejects.toThrow('out of order');
});

test('a side that makes no sense is any', () => {
  expect([parseSide('newer'), parseSide('older'), parseSide('up'), parseSide(null)]).toEqual([
    'newer',
    'older',
    'any',
    'any',
  ]);
});

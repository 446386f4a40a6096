import { afterAll, describe, expect, test } from 'vitest';
import { ingestStore } from '@/lib/db/ingest-store';
import { memorySearch } from '@/lib/db/search/memory-search';
import { renderInline } from '@/lib/jobs/render-inline';
import { type SearchThread, startSearchThread } from '@/lib/search/thread/search-thread';
import type { PaperId } from '@/src/papers';
import type { SearchAnswer, SearchRequest, SearchStore } from '@/src/search';
import { someRecord } from '../factories/ingest-record';
import { testDatabase } from '../setup/test-database';

const { sql, url } = await testDatabase();
const started: SearchThread[] = [];
afterAll(async () => {
  for (const thread of started) await thread.close();
});

const request = (over: Partial<SearchRequest>): SearchRequest => ({
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
  ...over,
});

/** Stands for the database's own search: an answer that tells who gave it. */
const FALLBACK: SearchStore = {
  search: async () => ({ backend: 'postgres', hits: [] }) as unknown as SearchAnswer,
  similar: async () => [],
  suggest: async () => [],
};

const TITLES = [
  [
    'Sparse attention for long documents',
    'Attention grows with the square of a document. We make it sparse.',
    'Ada Lovelace',
  ],
  ['Long documents, read sparsely', 'Sparse attention reads documents of any length.', 'Alan Turing'],
  ['Protein folding by diffusion', 'A diffusion model folds proteins.', 'Grace Hopper'],
  ['Folding laundry with robots', 'Robots learn to fold towels.', 'Ada Lovelace'],
] as const;

describe('the search thread', () => {
  test('answers once it is loaded, and the database until then', async () => {
    const store = ingestStore({ sql, render: renderInline });
    await store.storeBatch(
      TITLES.map(([title, abstract, author], n) => someRecord(n + 1, { title, abstract, authors: [author] })),
    );
    const faults: string[] = [];
    const onFault = (message: string): void => void faults.push(message);
    const thread = startSearchThread({ databaseUrl: url, logLevel: 'error', built: false, onFault });
    started.push(thread);
    const search = memorySearch({ sql, thread, fallback: FALLBACK, onFault });
    expect((await search.search(request({ text: 'protein' }))).backend).toBe('postgres');
    await thread.ready();
    const answer = await search.search(request({ text: 'protien folding' }));
    expect(answer).toMatchObject({ backend: 'memory', corrections: [{ typed: 'protien', used: 'protein' }] });
    expect(answer.hits[0]?.id).toBe('2601.00003');

    const idsOf = async (over: Partial<SearchRequest>) => (await search.search(request(over))).hits.map(({ id }) => id);
    expect(await idsOf({ text: 'folding', authors: ['lovelace'] })).toEqual(['2601.00004']);
    expect(await idsOf({ phrases: ['sparse attention'], sort: 'new' })).toEqual(['2601.00002', '2601.00001']);
    expect(await idsOf({ text: 'documents', without: ['long documents'] })).not.toContain('2601.00001');

    const kin = await search.similar('2601.00001' as PaperId, { limit: 2, side: 'any' });
    expect(kin[0]).toMatchObject({ id: '2601.00002', shared: expect.arrayContaining(['sparse', 'attention']) });
    expect((await thread.ask<'stats'>({ kind: 'stats' })).papers).toBe(4);
    expect(faults).toEqual([]);
  }, 120_000);
});

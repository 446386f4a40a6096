import { describe, expect, it } from 'vitest';
import type { PaperId } from '@/src/papers';
import { someRecord } from '@/tests/factories/ingest-record';
import { ingestSource } from './ingest-source';
import type { IngestStore, RunCounts, RunEnd } from './ingest-store';
import type { IngestRecord, Reject, Source, SourceEvent } from './source';

function memoryStore() {
  const stored: IngestRecord[] = [];
  const done: string[] = [];
  const rejects: Reject[] = [];
  const ends: (RunEnd & RunCounts)[] = [];
  let fault: Error | undefined;
  const store: IngestStore = {
    startRun: async () => 7,
    reportProgress: async () => {},
    finishRun: async (_run, counts, end) => void ends.push({ ...counts, ...end }),
    addRejects: async (_run, more) => void rejects.push(...more),
    storeBatch: async (records) => {
      if (fault) throw fault;
      stored.push(...records);
      done.push(`stored ${records.length}`);
      return { created: records.length, updated: 0, unchanged: 0, rejects: [] };
    },
    rehearseBatch: async (records) => ({ created: records.length, updated: 0, unchanged: 0, rejects: [] }),
    markRemoved: async () => true,
    saveAnnouncement: async ({ category }) => void done.push(`announced ${category}`),
    readCursor: async () => undefined,
    saveCursor: async (_source, scope) => void done.push(`cursor ${scope}`),
    removeSampleOnceReal: async () => 0,
    countPapers: async () => ({ real: 0, sample: 0 }),
    missingAnnounced: async () => [],
    papersWithoutCategories: async () => [],
    renderStale: async () => 0,
  };
  const breakWith = (error: Error): void => {
    fault = error;
  };
  return { store, stored, done, rejects, ends, breakWith };
}

const paper = (n: number): SourceEvent => ({ kind: 'paper', record: someRecord(n) });
const bad: SourceEvent = { kind: 'reject', reject: { place: 'x:1', reason: 'broken' } };
const sourceOf = (events: readonly SourceEvent[], fault?: Error): Source => ({
  name: 'test',
  async *events() {
    yield* events;
    if (fault) throw fault;
  },
});

describe('an ingest', () => {
  it('keeps the ledger: counts, end, rejects', async () => {
    const { store, ends, rejects } = memoryStore();
    const poisoned = someRecord(3, { title: 'a\0b' });
    const report = await ingestSource({
      source: sourceOf([paper(1), bad, { kind: 'paper', record: poisoned }]),
      store,
    });
    expect(report).toMatchObject({ status: 'succeeded', seen: 3, created: 1, rejected: 2, run: 7 });
    expect(ends).toMatchObject([{ status: 'succeeded', seen: 3, rejected: 2 }]);
    expect(rejects).toMatchObject([{ place: 'x:1' }, { place: 'test:3', excerpt: '2601.00003' }]);
  });

  it('keeps a cursor only when everything before it is stored', async () => {
    const { store, done } = memoryStore();
    const checkpoint: SourceEvent = { kind: 'checkpoint', source: 'test', scope: 'page 1', state: {} };
    await ingestSource({ source: sourceOf([paper(1), paper(2), checkpoint, paper(3)]), store });
    expect(done).toEqual(['stored 2', 'cursor page 1', 'stored 1']);
  });

  it('stores what was read before an outage, and fails', async () => {
    const { store, stored, ends } = memoryStore();
    const report = await ingestSource({ source: sourceOf([paper(1)], new Error('the line went dead')), store });
    expect(report).toMatchObject({ status: 'failed', error: 'the line went dead', created: 1 });
    expect(stored).toHaveLength(1);
    expect(ends).toMatchObject([{ status: 'failed', error: 'the line went dead' }]);
  });

  it('fails when the database does, and keeps no cursor after that', async () => {
    const { store, done, breakWith } = memoryStore();
    breakWith(new Error('disk full'));
    const checkpoint: SourceEvent = { kind: 'checkpoint', source: 'test', scope: 'page 1', state: {} };
    const report = await ingestSource({ source: sourceOf([paper(1), checkpoint]), store });
    expect(report).toMatchObject({ status: 'failed', error: 'disk full' });
    expect(done).toEqual([]);
  });

  it('stops where it is told to, as interrupted', async () => {
    const { store } = memoryStore();
    const stop = new AbortController();
    const source: Source = {
      name: 'test',
      async *events() {
        yield paper(1);
        stop.abort();
        yield paper(2);
      },
    };
    expect(await ingestSource({ source, store, signal: stop.signal })).toMatchObject({
      status: 'interrupted',
      created: 1,
    });
  });

  it('touches nothing in a dry run', async () => {
    const { store, done, ends } = memoryStore();
    const checkpoint: SourceEvent = { kind: 'checkpoint', source: 'test', scope: 'page 1', state: {} };
    const removed: SourceEvent = { kind: 'removed', place: 'x', id: '2601.00009' as PaperId };
    const report = await ingestSource({ source: sourceOf([paper(1), checkpoint, removed]), store, dryRun: true });
    expect(report).toMatchObject({ created: 1, run: undefined });
    expect([...done, ...ends]).toEqual([]);
  });

  it('lists no more than a thousand rejects, but counts all', async () => {
    const { store, rejects } = memoryStore();
    const report = await ingestSource({ source: sourceOf(Array.from({ length: 1_500 }, () => bad)), store });
    expect(report.rejected).toBe(1_500);
    expect(rejects).toHaveLength(1_000);
    expect(report.warnings).toHaveLength(1);
  });

  it('passes over what is not wanted', async () => {
    const { store } = memoryStore();
    const report = await ingestSource({
      source: sourceOf([paper(1), paper(2)]),
      store,
      wanted: ({ facts }) => facts.id !== '2601.00001',
    });
    expect(report).toMatchObject({ seen: 1, created: 1 });
  });
});

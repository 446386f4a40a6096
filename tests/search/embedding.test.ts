import { afterEach, describe, expect, test, vi } from 'vitest';
import { ingestStore } from '@/lib/db/ingest-store';
import { withJobLock } from '@/lib/db/job-lock';
import { embedMissing } from '@/lib/db/search/embed-missing';
import { followIndex } from '@/lib/db/search/follow-index';
import { missingVectors } from '@/lib/db/search/missing-vectors';
import { renderInline } from '@/lib/jobs/render-inline';
import { silentLog } from '@/lib/log';
import { type Embedder, EmbeddingFault } from '@/src/search';
import { someRecord } from '../factories/ingest-record';
import { testDatabase } from '../setup/test-database';

const { sql, url, empty } = await testDatabase();
const store = ingestStore({ sql, render: renderInline });
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  await empty();
});

const WIDTH = 40;
/** Vectors that say how often each letter occurs, and a count of how often each title was asked for. */
function letterModel(name = 'letters', refuses: (title: string) => boolean = () => false) {
  const asked = new Map<string, number>();
  const of = (text: string): Float32Array => {
    const vector = new Float32Array(WIDTH);
    for (const letter of text.toLowerCase()) {
      const at = letter.charCodeAt(0) - 97;
      if (at >= 0 && at < 26) vector[at] = (vector[at] ?? 0) + 1;
    }
    return vector;
  };
  const embedder: Embedder = {
    name,
    dimensions: WIDTH,
    batch: 7,
    embedPapers: async (papers) => {
      for (const { title } of papers) {
        if (refuses(title)) throw new EmbeddingFault(`${title} is refused`);
        asked.set(title, (asked.get(title) ?? 0) + 1);
      }
      return papers.map(({ title, abstract }) => of(`${title} ${abstract}`));
    },
    embedQuestion: async (text) => of(text),
  };
  return { embedder, asked };
}

const add = (from: number, to: number) =>
  store.storeBatch(
    Array.from({ length: to - from + 1 }, (_, n) => someRecord(from + n, { title: `Paper ${from + n}` })),
  );
const stored = () =>
  sql<{ id: string; model: string }[]>`SELECT paper_id AS id, model FROM paper_vectors ORDER BY 1, 2`;
const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 50 });

describe('vectors of a model that the operator chose', () => {
  test('are made of each paper once, and anew when its text changes', async () => {
    await add(1, 30);
    const { embedder, asked } = letterModel();
    expect(await missingVectors(sql, 'letters')).toEqual({ usable: false, some: true });
    expect(await embedMissing(sql, embedder)).toBe(30);
    expect(await missingVectors(sql, 'letters')).toEqual({ usable: true, some: false });
    expect(await embedMissing(sql, embedder)).toBe(0);
    expect([...asked.values()]).toEqual(Array.from({ length: 30 }, () => 1));
    const versions = [1, 2].map((version) => ({ version, createdAt: `2026-01-0${4 + version}T12:00:00.000Z` }));
    await store.storeBatch([someRecord(3, { title: 'Another title', latestVersion: 2, versions })]);
    expect(await embedMissing(sql, embedder)).toBe(1);
    expect(asked.get('Another title')).toBe(1);
  });

  test('that was broken off is gone on with, by one process at a time', async () => {
    await add(1, 30);
    const { embedder, asked } = letterModel();
    let batches = 0;
    expect(await embedMissing(sql, embedder, { stopped: () => ++batches > 2 })).toBe(14);
    const both = await Promise.all([1, 2].map(() => withJobLock(sql, 'test', () => embedMissing(sql, embedder))));
    expect(both.map(String).sort()).toEqual(['16', 'busy']);
    expect([...asked.values()].every((times) => times === 1)).toBe(true);
  });

  test('one paper that the model refuses keeps no other from its vector; a model that refuses all is told', async () => {
    await add(1, 30);
    const { embedder } = letterModel('letters', (title) => title === 'Paper 17');
    expect(await embedMissing(sql, embedder)).toBe(29);
    expect((await stored()).map(({ id }) => id)).not.toContain('2601.00017');
    await expect(embedMissing(sql, letterModel('other', () => true).embedder)).rejects.toThrow(EmbeddingFault);
  });

  test('of another model stay until all papers have the new one’s', async () => {
    await add(1, 20);
    await embedMissing(sql, letterModel('old').embedder);
    const { embedder } = letterModel('new');
    let batches = 0;
    await embedMissing(sql, embedder, { stopped: () => ++batches > 1 });
    expect((await stored()).filter(({ model }) => model === 'old')).toHaveLength(20);
    await embedMissing(sql, embedder);
    expect(new Set((await stored()).map(({ model }) => model))).toEqual(new Set(['new']));
  });
});

describe('the index of a model that the operator chose', () => {
  const follow = async (embedder: Embedder) => {
    const followed = await followIndex({ sql, databaseUrl: url, log: silentLog, embedder });
    opened.push(followed);
    return followed;
  };

  test('takes over when its vectors are there, and until then the built-in one answers', async () => {
    await add(1, 30);
    let letGo = (): void => {};
    const held = new Promise<void>((done) => {
      letGo = done;
    });
    const { embedder } = letterModel();
    const slow: Embedder = {
      ...embedder,
      embedPapers: async (papers) => held.then(() => embedder.embedPapers(papers)),
    };
    const followed = await follow(slow);
    expect(followed.current().source.model).toBeUndefined();
    expect(followed.current().index.papers).toBe(30);
    letGo();
    await soon(() => expect(followed.current().source.model).toBe('letters'));
    const { index } = followed.current();
    expect(index.papers).toBe(30);
    expect(index.vectors.dimensions).toBe(WIDTH);
    expect(Math.hypot(...index.vectors.get(index.find('2601.00007')))).toBeCloseTo(1, 2);

    // A paper that comes later is found by its words at once, and gets its vector within seconds.
    await add(31, 31);
    await soon(() => expect(index.find('2601.00031')).toBeGreaterThan(0));
    await soon(() => expect(Math.hypot(...index.vectors.get(index.find('2601.00031')))).toBeCloseTo(1, 2));
  });

  test('is loaded at once where its vectors are there', async () => {
    await add(1, 5);
    const { embedder } = letterModel();
    await embedMissing(sql, embedder);
    expect((await follow(embedder)).current().source).toEqual({ model: 'letters', dimensions: WIDTH });
  });
});

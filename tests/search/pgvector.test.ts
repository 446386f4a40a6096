import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite/vector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { migrate } from '@/lib/db/migrate';
import { backfillSearch } from '@/lib/db/search/backfill';
import { embedMissing } from '@/lib/db/search/embed-missing';
import { fillVectors, indexVectors } from '@/lib/db/search/pgvector/fill';
import { meaningsOf } from '@/lib/db/search/pgvector/meanings';
import { nearFragments } from '@/lib/db/search/pgvector/near';
import { makeVectorTable, type VectorChoice } from '@/lib/db/search/pgvector/objects';
import { countSearchWords, postgresSearch } from '@/lib/db/search-store';
import { freePort } from '@/lib/launcher/free-port';
import { silentLog } from '@/lib/log';
import { BUILT_IN_MODEL, builtInModel } from '@/lib/search/built-in-model';
import { prepareSearch } from '@/lib/search/prepare-search';
import type { PaperId } from '@/src/papers';
import { EMPTY_QUERY, type Embedder, parseQuery, requestOf } from '@/src/search';
import { aPaper, storePapers } from '../factories/paper';
import { testDatabase } from '../setup/test-database';

// The embedded PostgreSQL has no pgvector. PGlite is PostgreSQL with pgvector, compiled to WebAssembly, for one client at a time.
const lite = await PGlite.create({ extensions: { vector } });
const port = await freePort();
const server = new PGLiteSocketServer({ db: lite, port, host: '127.0.0.1', maxConnections: 4 });
await server.start();
const url = `postgres://postgres:postgres@127.0.0.1:${port}/postgres?sslmode=disable`;
await migrate(url, { log: silentLog });
const sql = postgres(url, { max: 1, onnotice: () => {} });
afterAll(async () => {
  await sql.end({ timeout: 5 });
  await server.stop();
  await lite.close();
});

const BUILT_IN: VectorChoice = { model: BUILT_IN_MODEL, dimensions: 256 };
const TEXTS = [
  ['Sparse attention for long documents', 'Transformers attend to tokens far away without quadratic cost.'],
  ['Efficient transformers', 'We make self-attention linear in the length of its input.'],
  ['Folding proteins with diffusion', 'A generative model predicts how chains of amino acids fold.'],
  ['Structure of enzymes', 'Amino acid sequences tell how a protein is built.'],
  ['Robots that fold laundry', 'A robot arm learns to fold towels from demonstrations.'],
] as const;
const id = (n: number): PaperId => `2601.${String(n).padStart(5, '0')}` as PaperId;
// Not by the ingest, whose COPY PGlite's socket cannot take.
const add = async (from: number, texts: readonly (readonly [string, string])[]): Promise<void> => {
  await storePapers(
    sql,
    texts.map(([title, abstract], n) =>
      aPaper({ id: id(from + n), title, abstract, published_at: new Date(Date.UTC(2026, 0, from + n)) }),
    ),
  );
  await backfillSearch(sql, prepareSearch);
};

let choice: VectorChoice | undefined;
const search = (text: string, embedder?: Embedder) => {
  const meanings = meaningsOf({ choice: () => choice }, { embedder, log: silentLog });
  const { query } = parseQuery(text);
  return postgresSearch(sql, meanings).search(requestOf(query ?? EMPTY_QUERY, { limit: 10, offset: 0 }));
};

describe('vectors in pgvector', () => {
  test('are those of papers that were there before the table, and of those that come later', async () => {
    await add(1, TEXTS.slice(0, 3));
    expect(await makeVectorTable(sql)).toBeUndefined();
    expect(await fillVectors(sql, 'paper_search', BUILT_IN)).toBe(3);
    expect(await fillVectors(sql, 'paper_search', BUILT_IN)).toBe(0);
    await indexVectors(sql, BUILT_IN);
    await add(4, TEXTS.slice(3));
    // Made again, as every process does at its start.
    expect(await makeVectorTable(sql)).toBeUndefined();
    await indexVectors(sql, BUILT_IN);
    const rows = await sql<{ same: boolean }[]>`
      SELECT v.embedding::real[] = (SELECT array_agg((get_byte(s.vector, at) # 128) - 128 ORDER BY at)::real[] FROM generate_series(0, 255) at) AS same
      FROM search_vectors v JOIN paper_search s USING (paper_id, model)`;
    expect(rows.map(({ same }) => same)).toEqual([true, true, true, true, true]);
    await countSearchWords(sql);
  });

  test('follow a new text, and go with their paper', async () => {
    const vectors = () => sql`SELECT embedding::text FROM search_vectors WHERE paper_id = ${id(9)}`;
    await add(9, [['Tides', 'Water goes up and down.']]);
    const [before] = await vectors();
    await sql`UPDATE papers SET title_text = 'Harbours', abstract_text = 'Ships come in.' WHERE id = ${id(9)}`;
    await sql`UPDATE paper_search SET model = 'older' WHERE paper_id = ${id(9)}`;
    await backfillSearch(sql, prepareSearch);
    const [after] = await vectors();
    expect(after).not.toEqual(before);
    await sql`DELETE FROM papers WHERE id = ${id(9)}`;
    expect(await vectors()).toEqual([]);
  });

  test('find what has none of the words; without them only words do', async () => {
    expect((await search('how amino acid chains take their shape')).complete).toBe(false);
    expect((await search('neural networks that attend')).hits.map((hit) => hit.id)).not.toContain(id(2));
    choice = BUILT_IN;
    const answer = await search('neural networks that attend');
    expect(
      answer.hits
        .slice(0, 2)
        .map((hit) => hit.id)
        .sort(),
    ).toEqual([id(1), id(2)]);
    expect(answer.total).toBe(answer.hits.length);
    const exact = await search('attention');
    expect(exact.complete).toBe(true);
    expect(exact.hits[0]?.id).toBe(id(1));
    expect(exact.hits.map((hit) => hit.id)).toContain(id(2));
  });

  test('are found by their index', async () => {
    const meaning = { ...BUILT_IN, vector: builtInModel().encode('attention') };
    const plan = await sql.begin(async (tx) => {
      await tx`SET LOCAL enable_seqscan = off`;
      await tx`SET LOCAL enable_sort = off`;
      const { distance, ofModel } = nearFragments(tx, meaning);
      return await tx`EXPLAIN SELECT e.paper_id FROM search_vectors e WHERE ${ofModel} ORDER BY ${distance} LIMIT 5`;
    });
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Scan using search_vectors_[0-9a-f]{12}_idx/);
  });

  test('leave filters and order as they are', async () => {
    expect((await search('attention before:2020')).hits).toEqual([]);
    expect((await search('attention -linear')).hits.map((hit) => hit.id)).not.toContain(id(2));
    expect((await search('attention sort:new')).hits[0]?.id).toBe(id(2));
    const { facets, total } = await search('attention');
    expect(facets.months.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  });

  test('tell a paper’s kin and what they share', async () => {
    const kin = await postgresSearch(
      sql,
      meaningsOf({ choice: () => choice }, { embedder: undefined, log: silentLog }),
    ).similar(id(3), { limit: 2, side: 'any' });
    expect(kin[0]?.id).toBe(id(4));
    expect(kin[0]?.shared.length).toBeGreaterThan(0);
    expect(kin).toHaveLength(2);
  });

  test('of a model that the operator chose are searched by that model', async () => {
    const embedder: Embedder = {
      name: 'laundry’s model',
      dimensions: 16,
      batch: 4,
      embedPapers: async (papers) =>
        papers.map(({ title }) =>
          new Float32Array(16).map((_, at) => (at === (/laundry/.test(title) ? 1 : 2) ? 1 : 0.01)),
        ),
      embedQuestion: async () => new Float32Array(16).map((_, at) => (at === 1 ? 1 : 0)),
    };
    await embedMissing(sql, embedder);
    choice = { model: embedder.name, dimensions: 16 };
    await indexVectors(sql, choice);
    expect((await search('anything at all', embedder)).hits[0]?.id).toBe(id(5));
  });
});

test('a server without pgvector is told in a sentence, and nothing is made there', async () => {
  const plain = await testDatabase();
  expect(await makeVectorTable(plain.sql)).toMatch(/has no pgvector/);
  expect(await plain.sql`SELECT FROM pg_class WHERE relname = 'search_vectors'`).toHaveLength(0);
});

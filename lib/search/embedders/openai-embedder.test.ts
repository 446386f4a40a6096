import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ReplayServer, type Reply, type Seen, startReplayServer } from '@/tests/setup/replay-server';
import { openAiEmbedder } from './openai-embedder';
import { embedderSettings } from './settings';

const KEY = 'a-key-that-nobody-may-see';
const ENV = {
  EMBEDDER: 'openai',
  EMBEDDINGS_KEY: KEY,
  EMBEDDINGS_MODEL: 'tiny',
  EMBEDDINGS_DIMENSIONS: 8,
  EMBEDDINGS_POOLING: 'mean',
  EMBEDDINGS_PAPER_PREFIX: 'passage: ',
  EMBEDDINGS_QUESTION_PREFIX: 'query: ',
} as const;
const PAPERS = [
  { title: 'Sparse attention', abstract: 'It is sparse.' },
  { title: 'Protein folding', abstract: 'It folds.' },
];

let host: ReplayServer;
beforeAll(async () => {
  host = await startReplayServer({});
});
afterAll(() => host.close());

let nth = 0;
/** An endpoint of its own for each test. */
function endpoint(route: Reply | readonly Reply[] | ((seen: Seen) => Reply), over: Partial<typeof ENV> = {}) {
  const path = `/v${++nth}`;
  host.route(`${path}/embeddings`, route);
  const settings = embedderSettings({ ...ENV, ...over, EMBEDDINGS_URL: `${host.url}${path}` });
  if (settings?.kind !== 'openai') throw new Error('no settings');
  const waits: number[] = [];
  const embedder = openAiEmbedder(settings, {
    timeoutMs: 1_000,
    random: () => 0.5,
    sleep: async (ms) => void waits.push(ms),
  });
  return { embedder, waits, count: () => host.count(`${path}/embeddings`) };
}

const json = (value: unknown): Reply => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});
const vectors = (...rows: unknown[][]): Reply =>
  json({ data: rows.map((embedding, index) => ({ object: 'embedding', index, embedding })) });
const row = (value: number): number[] => Array.from({ length: 8 }, (_, at) => value + at);

describe('an endpoint that speaks OpenAI’s API', () => {
  test('is sent papers and questions with their prefixes, and gives vectors in their order', async () => {
    const seen: Seen[] = [];
    const { embedder } = endpoint((request) => {
      seen.push(request);
      const { input } = JSON.parse(request.body) as { input: string[] };
      // Not in order, as the API allows.
      const data = input.map((_, index) => ({ index, embedding: row(index) })).reverse();
      return json({ data });
    });
    expect(await embedder.embedPapers(PAPERS)).toEqual([Float32Array.from(row(0)), Float32Array.from(row(1))]);
    const question = await embedder.embedQuestion('how to attend', AbortSignal.timeout(1_000));
    expect(Math.hypot(...question)).toBeCloseTo(1, 5);
    expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({
      model: 'tiny',
      input: ['passage: Sparse attention\nIt is sparse.', 'passage: Protein folding\nIt folds.'],
    });
    expect(JSON.parse(seen[1]?.body ?? '')).toMatchObject({ input: ['query: how to attend'] });
    expect(seen[0]?.headers['authorization']).toBe(`Bearer ${KEY}`);
  });

  test('is asked again while it is busy, after as long as it wishes', async () => {
    const { embedder, waits } = endpoint([
      { status: 429, headers: { 'retry-after': '7' } },
      { status: 503 },
      { reset: true },
      vectors(row(1), row(2)),
    ]);
    expect(await embedder.embedPapers(PAPERS)).toHaveLength(2);
    expect(waits).toEqual([7_000, 2_000, 4_000]);
  });

  test('that stays broken is given up, with a sentence', async () => {
    const { embedder, count } = endpoint({ status: 500 });
    await expect(embedder.embedPapers(PAPERS)).rejects.toThrow(/HTTP 500 when it was asked for vectors/);
    expect(count()).toBe(5);
  });

  test('that refuses is not asked again, and its answer, which may hold the key, is not repeated', async () => {
    const { embedder, count } = endpoint({ status: 401, body: `{"error": "bad key ${KEY}"}` });
    const fault = await embedder.embedPapers(PAPERS).catch((error: Error) => error);
    expect(String(fault)).toMatch(/HTTP 401.*EMBEDDINGS_KEY/);
    expect(String(fault)).not.toContain(KEY);
    expect(count()).toBe(1);
  });

  test('that leads elsewhere is not followed with the key', async () => {
    host.route('/elsewhere', vectors(row(1), row(2)));
    const { embedder } = endpoint({ status: 307, headers: { location: `${host.url}/elsewhere` } });
    await expect(embedder.embedPapers(PAPERS)).rejects.toThrow(/cannot be asked for vectors/);
    expect(host.count('/elsewhere')).toBe(0);
  });

  test('holds up no question', async () => {
    const { embedder, count } = endpoint({ hang: true });
    await expect(embedder.embedQuestion('anything', AbortSignal.timeout(100))).rejects.toThrow(/in time/);
    expect(count()).toBe(1);
  });

  test.each<[string, Reply, RegExp]>([
    ['too short a vector', vectors(row(1), [1, 2]), /vectors of 2 numbers and EMBEDDINGS_DIMENSIONS says 8/],
    ['one vector for two papers', vectors(row(1)), /left out some/],
    [
      'an infinite number',
      { body: `{"data":[{"index":0,"embedding":[${row(1)}]},{"index":1,"embedding":[1e999,1,1,1,1,1,1,1]}]}` },
      /no number|no vectors/,
    ],
    ['null among the numbers', vectors(row(1), [null, 1, 1, 1, 1, 1, 1, 1]), /no vectors/],
    ['HTML', { body: '<html>' }, /no vectors/],
    ['another shape', json({ result: [] }), /no vectors/],
    ['an answer without end', { body: Buffer.alloc(33_000_000, 32) }, /cannot be asked/],
  ])('that answers with %s is refused', async (_, reply, message) => {
    const { embedder } = endpoint(reply);
    await expect(embedder.embedPapers(PAPERS)).rejects.toThrow(message);
  });
});

test('what changes a paper’s vector is in the name, where the model runs is not', () => {
  const named = (over: object) => embedderSettings({ ...ENV, EMBEDDINGS_URL: 'https://a.example', ...over })?.name;
  const name = named({});
  expect(
    named({ EMBEDDINGS_URL: 'https://b.example', EMBEDDINGS_KEY: 'another', EMBEDDINGS_QUESTION_PREFIX: '' }),
  ).toBe(name);
  for (const over of [{ EMBEDDINGS_MODEL: 'other' }, { EMBEDDINGS_DIMENSIONS: 16 }, { EMBEDDINGS_PAPER_PREFIX: '' }])
    expect(named(over)).not.toBe(name);
  expect(named({ EMBEDDER: 'built-in' })).toBeUndefined();
});

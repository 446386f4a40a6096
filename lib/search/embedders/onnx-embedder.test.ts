import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeTinyModel } from '@/tests/search/tiny-onnx';
import { onnxEmbedder } from './onnx-embedder';

const PACKAGE = '@huggingface/transformers';
const installed = await import(PACKAGE).then(
  () => true,
  () => false,
);

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-onnx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const WORDS = ['attention', 'sparse', 'protein', 'folding'];
writeTinyModel(folder, WORDS);
const settings = {
  kind: 'onnx',
  name: 'onnx:tiny',
  model: folder,
  dimensions: 8,
  pooling: 'mean',
  paperPrefix: '',
  questionPrefix: '',
} as const;
const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0) / (Math.hypot(...a) * Math.hypot(...b));

// Left out where Transformers.js is not installed: it is 470 MB with a native library, so no dependency of ours.
describe.skipIf(!installed)('a model on disk, run by Transformers.js', () => {
  test('gives papers and questions vectors that know which words they have in common', async () => {
    const embedder = onnxEmbedder(settings);
    const [attention, protein] = (await embedder.embedPapers([
      { title: 'Sparse', abstract: 'attention' },
      { title: 'Protein', abstract: 'folding folding' },
    ])) as [Float32Array, Float32Array];
    expect(attention).toHaveLength(8);
    const question = await embedder.embedQuestion('protein folding', AbortSignal.timeout(60_000));
    expect(cosine(question, protein)).toBeGreaterThan(0.9);
    expect(cosine(question, attention)).toBeLessThan(0.5);
  });

  test('a folder without a model, and another length, are told in a sentence', async () => {
    const nowhere = onnxEmbedder({ ...settings, model: join(folder, 'nowhere') });
    await expect(nowhere.embedPapers([{ title: 'a', abstract: 'b' }])).rejects.toThrow(/could not be opened/);
    const longer = onnxEmbedder({ ...settings, dimensions: 384 });
    await expect(longer.embedPapers([{ title: 'a', abstract: 'b' }])).rejects.toThrow(/of 8 numbers.*says 384/);
  });
});

// Left out where Transformers.js is installed, because then nothing has to be said.
test.skipIf(installed)('without Transformers.js it says what to install', async () => {
  await expect(onnxEmbedder(settings).embedPapers([])).rejects.toThrow(
    /npm install --no-save @huggingface\/transformers/,
  );
});

test('nothing is fetched: remote models are off before one is opened', async () => {
  const env = { allowRemoteModels: true, allowLocalModels: false, localModelPath: '' };
  const opened: unknown[] = [];
  const embedder = onnxEmbedder(settings, async () => ({
    env,
    pipeline: async (...args) => {
      opened.push([...args, { ...env }]);
      return async (texts) => ({ data: new Float32Array(8 * texts.length).fill(1), dims: [texts.length, 8] });
    },
  }));
  await Promise.all([
    embedder.embedPapers([{ title: 'a', abstract: 'b' }]),
    embedder.embedQuestion('c', AbortSignal.timeout(1_000)),
  ]);
  expect(opened).toEqual([
    [
      'feature-extraction',
      folder,
      expect.objectContaining({ local_files_only: true }),
      expect.objectContaining({ allowRemoteModels: false }),
    ],
  ]);
});

import { resolve, sep } from 'node:path';
import { checkedVector, type Embedder, EmbeddingFault, unit } from '@/src/search';
import type { EmbedderSettings } from './settings';

type Settings = Extract<EmbedderSettings, { kind: 'onnx' }>;

/** What of Transformers.js is used. The package is the operator's to install, so its types are not at hand. */
type Extractor = (
  texts: string[],
  options: { pooling: 'mean' | 'cls'; normalize: boolean },
) => Promise<{ data: ArrayLike<number>; dims: number[] }>;
type Transformers = {
  env: { allowRemoteModels: boolean; allowLocalModels: boolean; localModelPath: string };
  pipeline(
    task: 'feature-extraction',
    model: string,
    options: { dtype: 'fp32'; local_files_only: boolean },
  ): Promise<Extractor>;
};

const PACKAGE = '@huggingface/transformers';
// Inference takes all that it gets at once; questions wait behind a batch.
const BATCH = 8;

/**
 * A model on the operator's disk, in the layout of Transformers.js (`config.json`, `tokenizer.json`, `onnx/model.onnx`).
 * Nothing is fetched. `load` is for tests.
 */
export function onnxEmbedder(settings: Settings, load: () => Promise<Transformers> = loadTransformers): Embedder {
  const { name, dimensions, model, pooling, paperPrefix, questionPrefix } = settings;
  let opened: Promise<Extractor> | undefined;

  const open = async (): Promise<Extractor> => {
    const { env, pipeline } = await load();
    const folder = resolve(model);
    env.allowRemoteModels = false;
    env.allowLocalModels = true;
    env.localModelPath = sep;
    try {
      return await pipeline('feature-extraction', folder, { dtype: 'fp32', local_files_only: true });
    } catch (error) {
      throw new EmbeddingFault(`EMBEDDINGS_MODEL ${model} could not be opened: ${messageOf(error)}`, { cause: error });
    }
  };
  const embed = async (texts: string[]): Promise<Float32Array[]> => {
    opened ??= open();
    const extract = await opened.catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    const { data, dims } = await extract(texts, { pooling, normalize: true });
    const width = dims.at(-1) ?? 0;
    return texts.map((_, at) =>
      checkedVector(Array.prototype.slice.call(data, at * width, (at + 1) * width), settings),
    );
  };
  return {
    name,
    dimensions,
    batch: BATCH,
    embedPapers: (papers) => embed(papers.map(({ title, abstract }) => `${paperPrefix}${title}\n${abstract}`)),
    embedQuestion: async (text) => unit((await embed([`${questionPrefix}${text}`]))[0] ?? new Float32Array(dimensions)),
  };
}

async function loadTransformers(): Promise<Transformers> {
  try {
    // A name that no bundler sees, because the package need not be there.
    return (await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ PACKAGE)) as Transformers;
  } catch (error) {
    throw new EmbeddingFault(`EMBEDDER=onnx needs Transformers.js: run \`npm install --no-save ${PACKAGE}\`.`, {
      cause: error,
    });
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

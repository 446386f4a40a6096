import { createHash } from 'node:crypto';
import type { Env } from '@/lib/env';

type EmbedderEnv = Pick<
  Env,
  | 'EMBEDDER'
  | 'EMBEDDINGS_URL'
  | 'EMBEDDINGS_KEY'
  | 'EMBEDDINGS_MODEL'
  | 'EMBEDDINGS_DIMENSIONS'
  | 'EMBEDDINGS_POOLING'
  | 'EMBEDDINGS_PAPER_PREFIX'
  | 'EMBEDDINGS_QUESTION_PREFIX'
>;

type Common = { name: string; model: string; dimensions: number; paperPrefix: string; questionPrefix: string };

/** A model besides the built-in one. Plain data, so that it can be handed to a thread. */
export type EmbedderSettings =
  | (Common & { kind: 'openai'; url: string; key: string | undefined })
  | (Common & { kind: 'onnx'; pooling: 'mean' | 'cls' });

/** What the operator chose, or undefined for the built-in model. `lib/env-combinations.ts` has refused what lacks a part. */
export function embedderSettings(env: EmbedderEnv): EmbedderSettings | undefined {
  const { EMBEDDER: kind, EMBEDDINGS_MODEL: model, EMBEDDINGS_DIMENSIONS: dimensions } = env;
  if (kind === 'built-in' || model === undefined || dimensions === undefined) return undefined;
  const paperPrefix = env.EMBEDDINGS_PAPER_PREFIX;
  const questionPrefix = env.EMBEDDINGS_QUESTION_PREFIX;
  const pooling = env.EMBEDDINGS_POOLING;
  // What changes a paper's vector is in the name. Where the model runs does not.
  const made = createHash('sha256')
    .update(JSON.stringify([paperPrefix, kind === 'onnx' ? pooling : '']))
    .digest('hex');
  const common = {
    name: `${kind}:${model}:${dimensions}:${made.slice(0, 8)}`,
    model,
    dimensions,
    paperPrefix,
    questionPrefix,
  };
  if (kind === 'onnx') return { kind, pooling, ...common };
  if (env.EMBEDDINGS_URL === undefined) return undefined;
  return { kind, url: env.EMBEDDINGS_URL, key: env.EMBEDDINGS_KEY, ...common };
}

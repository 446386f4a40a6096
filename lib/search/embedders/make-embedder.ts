import type { Embedder } from '@/src/search';
import { onnxEmbedder } from './onnx-embedder';
import { openAiEmbedder } from './openai-embedder';
import type { EmbedderSettings } from './settings';

/** The embedder that the settings name. Nothing is opened or asked before it is used. */
export const makeEmbedder = (settings: EmbedderSettings): Embedder =>
  settings.kind === 'openai' ? openAiEmbedder(settings) : onnxEmbedder(settings);
